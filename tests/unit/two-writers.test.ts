import fc from "fast-check";
import { expect, test } from "vitest";
import type { Item } from "@/lib/domain/item";
import { type Edit, mergeEdits } from "@/lib/domain/merge";
import { afterSave, editsOf, type Saved, type Typing, valueIn } from "@/lib/domain/typing";

// Two people with a form of one record each, in any interleaving of typing, saving and waiting for the answer. Every
// text typed is different from every other, so that each can be followed to where it ended.

type Action =
  | { kind: "type_summary" | "send" | "receive"; writer: 0 | 1 }
  | { kind: "add" | "change" | "remove"; writer: 0 | 1; place: number };

type Writer = {
  typing: Typing;
  waiting: { sent: Edit[]; saved: Saved } | null;
  /** Every text their form has ever shown. What a conflict names beside it is not chosen yet, so it does not count. */
  known: Set<string>;
};

const writer = fc.constantFrom<0 | 1>(0, 1);
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constantFrom("type_summary", "send", "receive"), writer }),
  fc.record({
    kind: fc.constantFrom("add", "change", "remove"),
    writer,
    place: fc.nat(3),
  }),
);

test("no edit is lost: it holds, was seen by whoever replaced it, or is still in its writer's form", () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60, size: "max" }), (actions) => {
      const world = new World();
      for (const each of actions) world.do(each);
      world.finish();
    }),
    { numRuns: 1000 },
  );
});

class World {
  server: Record<string, unknown> = {
    summary: "first summary",
    challenges: [{ id: "first", text: "first challenge" }],
  };
  readonly writers: [Writer, Writer];
  /** Every text that was typed, by whom; a text its writer typed over or took back is not looked for. */
  readonly typed = new Map<string, 0 | 1>();
  readonly replacedKnowingly = new Set<string>();
  private count = 0;

  constructor() {
    const open = (): Writer => ({
      typing: { seen: structuredClone(this.server), typed: {} },
      waiting: null,
      known: new Set(textsIn(this.server)),
    });
    this.writers = [open(), open()];
  }

  do(action: Action) {
    const { writer } = action;
    if ("place" in action) this.typeChallenges(writer, action.kind, action.place);
    else if (action.kind === "type_summary") this.type(writer, "summary", this.newText(writer));
    else if (action.kind === "send") this.send(writer);
    else receive(this.writers[writer]);
  }

  /** Everybody reads their answer; then every text must be somewhere. */
  finish() {
    for (const one of this.writers) receive(one);
    const onServer = textsIn(this.server);
    for (const [text, by] of this.typed) {
      const isThere =
        onServer.has(text) ||
        this.replacedKnowingly.has(text) ||
        textsIn(this.writers[by].typing.typed).has(text);
      expect(isThere, `"${text}" is nowhere`).toBe(true);
    }
  }

  private typeChallenges(by: 0 | 1, kind: "add" | "change" | "remove", place: number) {
    const items = valueIn(this.writers[by].typing, "challenges") as Item[];
    if (kind === "add") {
      const text = this.newText(by);
      this.type(by, "challenges", [...items, { id: `item of ${text}`, text }]);
    } else if (items.length > 0) {
      const at = place % items.length;
      const kept = kind === "change" ? [{ ...items[at], text: this.newText(by) } as Item] : [];
      this.type(by, "challenges", items.toSpliced(at, 1, ...kept));
    }
  }

  private newText(by: 0 | 1) {
    const text = `text ${++this.count} of writer ${by}`;
    this.typed.set(text, by);
    this.writers[by].known.add(text);
    return text;
  }

  private type(by: 0 | 1, field: string, value: unknown) {
    const { typing } = this.writers[by];
    const before = textsIn(valueIn(typing, field));
    typing.typed[field] = value;
    for (const text of before) if (!textsIn(value).has(text)) this.replacedKnowingly.add(text);
  }

  private send(by: 0 | 1) {
    const one = this.writers[by];
    if (one.waiting) return;
    const sent = editsOf(one.typing);
    const before = textsIn(this.server);
    const { fields, applied, conflicts } = mergeEdits(this.server, structuredClone(sent));
    this.server = fields;
    for (const text of before) {
      if (textsIn(fields).has(text)) continue;
      expect(one.known.has(text), `writer ${by} overwrote "${text}" unseen`).toBe(true);
      this.replacedKnowingly.add(text);
    }
    one.waiting = {
      sent,
      saved: {
        fields: structuredClone(fields),
        savedFields: applied.map((change) => change.field),
        conflicts: conflicts.map((conflict) => ({ ...conflict, byName: "", at: "" })),
        savedAt: "",
      },
    };
  }
}

function receive(one: Writer) {
  if (!one.waiting) return;
  const { sent, saved } = one.waiting;
  one.typing = afterSave(one.typing, sent, saved);
  one.waiting = null;
  const shown = Object.keys(saved.fields).map((field) => valueIn(one.typing, field));
  for (const text of shown.flatMap((value) => [...textsIn(value)])) one.known.add(text);
}

/** Every text in a value: a summary, or the texts of challenges. */
function textsIn(value: unknown): Set<string> {
  if (typeof value === "string") return new Set([value]);
  if (Array.isArray(value)) return new Set((value as Item[]).map((item) => String(item["text"])));
  return new Set(Object.values(value as object).flatMap((each) => [...textsIn(each)]));
}
