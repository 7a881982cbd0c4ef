/** Something that a record refers to by id and a cell by name. */
export type Named = { id: string; name: string };

/** The names that cells can use: the current ones and, if known, those from when the sheet was exported. */
export class CellNames {
  private readonly now: Directory;
  private readonly earlier: Directory;

  constructor(now: Named[], earlier: Named[] = []) {
    this.now = new Directory(now);
    this.earlier = new Directory(earlier);
  }

  /** All that can be selected, with the text of the cell. */
  get all(): Named[] {
    return this.now.all.map(({ id }) => ({ id, name: this.toCell(id) }));
  }

  /**
   * Returns the cell text of an id: its name, with the end of the id when several have that name; the id itself when it
   * is unknown.
   */
  toCell(id: string): string {
    return this.now.labelOf(id) ?? this.earlier.labelOf(id) ?? id;
  }

  /** Returns true when a text names this id: by its former or current name, by its id, or by the end of its id. */
  says(text: string, id: string): boolean {
    if (text === id) return true;
    const name = this.earlier.nameOf(id) ?? this.now.nameOf(id);
    const end = endOf(text);
    if (end !== null && id.endsWith(end)) return true;
    return name !== undefined && toKey(text) === toKey(name);
  }

  /** Returns the id that a text names; "several" when more than one has that name, null when none has. */
  find(text: string): { id: string } | "several" | null {
    if (this.now.nameOf(text) !== undefined) return { id: text };
    const found = [this.earlier.named(text), this.now.named(text)].find((some) => some.length > 0);
    const candidates = found ?? this.now.endingIn(endOf(text));
    const [first, ...others] = candidates;
    if (!first) return null;
    return others.length > 0 ? "several" : { id: first.id };
  }
}

class Directory {
  private readonly byId = new Map<string, string>();
  private readonly byName = new Map<string, Named[]>();

  constructor(readonly all: Named[]) {
    for (const each of all) {
      if (this.byId.has(each.id)) continue;
      this.byId.set(each.id, each.name);
      const key = toKey(each.name);
      const same = this.byName.get(key);
      if (same) same.push(each);
      else this.byName.set(key, [each]);
    }
  }

  nameOf(id: string) {
    return this.byId.get(id);
  }

  named(text: string) {
    return this.byName.get(toKey(text)) ?? [];
  }

  labelOf(id: string) {
    const name = this.byId.get(id);
    if (name === undefined || this.named(name).length === 1) return name;
    return `${name} [${id.slice(-endLength)}]`;
  }

  endingIn(end: string | null) {
    return end === null ? [] : this.all.filter(({ id }) => id.endsWith(end));
  }
}

const endLength = 8;

/** Returns "3f2a9c01" of "Launch [3f2a9c01]". */
function endOf(text: string) {
  return /\[([0-9a-f]{8})\]$/u.exec(text)?.[1] ?? null;
}

function toKey(name: string) {
  return name.replaceAll(/\s+/gu, " ").trim().normalize("NFC").toLocaleLowerCase("en");
}
