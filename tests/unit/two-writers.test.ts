import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type DraftState,
  nextDraft,
  nextSave,
  openDraft,
  type Save,
} from "@/components/record/draft/state";
import { mergeEdits } from "@/lib/domain/record/merge";
import { type Saved, unsavedEdits, type Values, valueIn } from "@/lib/domain/record/typing";
import type { Refusal } from "@/lib/domain/result/result";
import type { FieldError } from "@/lib/domain/values/field-error";
import type { Item } from "@/lib/domain/values/item";

// Two people edit one record in any order of typing, saving, lost answers, retries, refusals, remote changes, choices
// and closing the window. Every typed text is unique, so the test can follow each text to where it ended.

type Who = 0 | 1;
type Action =
  | { kind: "type" | "enter"; writer: Who; field: "summary" | "note" }
  | {
      kind:
        | "type_wrong"
        | "press"
        | "send"
        | "receive"
        | "lose"
        | "miss"
        | "hear"
        | "leave"
        | "reopen";
      writer: Who;
    }
  | { kind: "settle"; writer: Who; keep: "mine" | "theirs" }
  | {
      kind: "add" | "change" | "remove" | "add_reading" | "change_reading";
      writer: Who;
      place: number;
    };

type Writer = {
  state: DraftState;
  /** The server's answer to the save in progress; null when the save never reached the server. */
  waiting: { answer: Saved | Refusal | null } | null;
  /** Every text that their form has ever shown. A text that is held back is not shown, so it does not count. */
  known: Set<string>;
};

const writer = fc.constantFrom<Who>(0, 1);
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("type", "enter"),
    writer,
    field: fc.constantFrom("summary", "note"),
  }),
  fc.record({
    kind: fc.constantFrom(
      "type_wrong",
      "press",
      "send",
      "send",
      "send",
      "receive",
      "receive",
      "lose",
      "miss",
      "hear",
      "leave",
      "reopen",
    ),
    writer,
  }),
  fc.record({ kind: fc.constant("settle"), writer, keep: fc.constantFrom("mine", "theirs") }),
  fc.record({
    kind: fc.constantFrom("add", "change", "remove", "add_reading", "change_reading"),
    writer,
    place: fc.nat(3),
  }),
);

test("no edit is lost or applied twice: it is saved, was seen by the person who replaced it, or is still in its writer's form", () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 80, size: "max" }), (actions) => {
      const world = new World();
      for (const each of actions) world.do(each);
      world.finish();
    }),
    { numRuns: 600 },
  );
});

class World {
  server: Values = {
    summary: "first summary",
    note: "first note",
    indicators: [
      { id: "first", text: "first indicator", readings: [{ id: "r", text: "first reading" }] },
    ],
  };
  version = 1;
  /** The result of each save, by its key. */
  readonly saves = new Map<string, Values>();
  readonly writers: [Writer, Writer];
  /** Every typed text with its writer. A text that its writer replaced or removed is not expected to survive. */
  readonly typed = new Map<string, Who>();
  readonly replacedKnowingly = new Set<string>();
  private count = 0;

  constructor() {
    const open = (): Writer => ({
      state: nextDraft(this.opened(), {
        kind: "opened",
        kept: { at: "", edits: [], underway: null },
      }),
      waiting: null,
      known: new Set(textsIn(this.server)),
    });
    this.writers = [open(), open()];
  }

  do(action: Action) {
    const one = this.writers[action.writer];
    switch (action.kind) {
      case "type":
        return this.type(action.writer, action.field, this.newText(action.writer));
      case "type_wrong":
        return this.type(action.writer, "note", `wrong ${this.newText(action.writer)}`);
      case "enter":
        return this.happen(one, { kind: "entered", field: action.field });
      case "leave":
        return this.happen(one, { kind: "entered", field: null });
      case "press":
        return this.happen(one, { kind: "pressed" });
      case "send":
        return this.send(one, true);
      case "miss":
        return this.send(one, false);
      case "receive":
        return this.receive(one);
      case "lose":
        if (one.waiting) one.waiting.answer = null;
        return this.receive(one);
      case "hear":
        return this.happen(one, { kind: "caughtUp", now: this.now() });
      case "settle":
        return this.resolveConflict(one, action.keep);
      case "reopen":
        return this.reopen(one);
      default:
        return this.typeIndicators(action.writer, action.kind, action.place);
    }
  }

  /** Delivers every outstanding answer, and checks that every text still exists somewhere. */
  finish() {
    for (const one of this.writers) {
      this.receive(one);
      if (one.state.underway) this.send(one, true);
      this.receive(one);
    }
    const onServer = textsIn(this.server);
    for (const [text, by] of this.typed) {
      const isThere =
        onServer.has(text) ||
        this.replacedKnowingly.has(text) ||
        textsIn(unsavedEdits(this.writers[by].state).map((edit) => edit.value)).has(text);
      expect(isThere, `"${text}" is nowhere`).toBe(true);
    }
  }

  private typeIndicators(by: Who, kind: string, place: number) {
    const items = valueIn(this.writers[by].state, "indicators") as Item[];
    const at = items[place % Math.max(items.length, 1)];
    if (kind === "add") {
      const text = this.newText(by);
      this.type(by, "indicators", [...items, { id: `item of ${text}`, text, readings: [] }]);
    } else if (at) {
      const changed = kind === "remove" ? [] : [this.changedItem(by, kind, at, place)];
      this.type(by, "indicators", items.toSpliced(items.indexOf(at), 1, ...changed));
    }
  }

  private changedItem(by: Who, kind: string, item: Item, place: number): Item {
    if (kind === "change") return { ...item, text: this.newText(by) };
    const readings = item["readings"] as Item[];
    if (kind === "add_reading" || readings.length === 0) {
      const text = this.newText(by);
      return { ...item, readings: [...readings, { id: `reading of ${text}`, text }] };
    }
    const at = place % readings.length;
    return {
      ...item,
      readings: readings.with(at, { ...readings[at], text: this.newText(by) } as Item),
    };
  }

  private newText(by: Who) {
    return `text ${++this.count} of writer ${by}`;
  }

  private type(by: Who, field: string, value: unknown) {
    const one = this.writers[by];
    const before = textsIn(valueIn(one.state, field));
    this.happen(one, { kind: "typed", field, value });
    const after = textsIn(value);
    for (const text of before) if (!after.has(text)) this.replacedKnowingly.add(text);
    for (const text of after) if (!before.has(text)) this.typed.set(text, by);
  }

  private send(one: Writer, arrives: boolean) {
    if (one.waiting) return;
    const save = nextSave(one.state, `key ${++this.count}`);
    this.happen(one, { kind: "sent", save });
    if (save) one.waiting = { answer: arrives ? this.answer(one, structuredClone(save)) : null };
  }

  /** A short version of what the route does with a save. tests/integration/commands.test.ts tests the real one. */
  private answer(one: Writer, save: Save): Saved | Refusal {
    const wrong = save.changes.filter(({ value }) => String(value).startsWith("wrong"));
    if (wrong.length > 0) {
      const fields = Object.fromEntries(
        wrong.map(({ field }): [string, FieldError[]] => [field, [{ key: "number" }]]),
      );
      return { code: "invalid", fields };
    }
    const isChanged = save.version !== this.version;
    const written = this.saves.get(save.key) ?? {};
    const edits = save.changes.filter(({ field }) => !Object.hasOwn(written, field));
    const before = textsIn(this.server);
    const { fields, applied, conflicts } = mergeEdits(this.server, edits);
    const made = Object.fromEntries(applied.map(({ field, after }) => [field, after]));
    this.saves.set(save.key, { ...written, ...made });
    this.server = fields;
    if (applied.length > 0) this.version += 1;
    for (const text of before) {
      if (textsIn(fields).has(text)) continue;
      expect(one.known.has(text), `"${text}" was overwritten unseen`).toBe(true);
      this.replacedKnowingly.add(text);
    }
    const sent = save.changes.map(({ field }) => field);
    const listed = Object.entries(fields).filter(([field]) => isChanged || sent.includes(field));
    return structuredClone({
      ...this.now(),
      fields: Object.fromEntries(listed),
      savedFields: Object.keys(made),
      written,
      conflicts: conflicts.map((conflict) => ({ ...conflict, byName: "", at: "" })),
      savedAt: "",
    });
  }

  private receive(one: Writer) {
    if (!one.waiting) return;
    const { answer } = one.waiting;
    one.waiting = null;
    if (!answer) this.happen(one, { kind: "failed", failure: "offline" });
    else if ("code" in answer) this.happen(one, { kind: "refused", refusal: answer });
    else this.happen(one, { kind: "saved", saved: answer });
  }

  private resolveConflict(one: Writer, keep: "mine" | "theirs") {
    const [conflict] = Object.values(one.state.conflicts);
    if (!conflict) return;
    // The choice shows both values.
    for (const text of textsIn(conflict.theirs)) one.known.add(text);
    const mine = textsIn(valueIn(one.state, conflict.field));
    this.happen(one, { kind: "settled", field: conflict.field, keep });
    const kept = textsIn(valueIn(one.state, conflict.field));
    for (const text of mine) if (!kept.has(text)) this.replacedKnowingly.add(text);
  }

  /** Closes the window, and opens it again later with what the browser stored. */
  private reopen(one: Writer) {
    const kept = { at: "then", edits: unsavedEdits(one.state), underway: one.state.underway };
    one.waiting = null;
    one.state = this.opened();
    this.happen(one, { kind: "opened", kept: structuredClone(kept) });
  }

  private happen(one: Writer, event: Parameters<typeof nextDraft>[1]) {
    one.state = nextDraft(one.state, event);
    for (const field of Object.keys(this.server)) {
      for (const text of textsIn(valueIn(one.state, field))) one.known.add(text);
    }
  }

  private opened() {
    return openDraft(structuredClone({ ...this.now() }));
  }

  private now() {
    return { version: this.version, fields: structuredClone(this.server), changes: {}, issues: [] };
  }
}

/** Returns every text in a value, without ids. */
function textsIn(value: unknown): Set<string> {
  if (typeof value === "string") return new Set([value]);
  if (typeof value !== "object" || value === null) return new Set();
  const inner = Object.entries(value).filter(([key]) => key !== "id");
  return new Set(inner.flatMap(([, each]) => [...textsIn(each)]));
}
