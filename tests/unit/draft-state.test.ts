import { describe, expect, test } from "vitest";
import { errorsToShow } from "@/components/record/draft/refusal";
import { type DraftEvent, nextDraft, nextSave, openDraft } from "@/components/record/draft/state";
import { applyPresence, listColleagues, presenceIntervalMs } from "@/lib/domain/live/presence";
import type { Saved } from "@/lib/domain/record/typing";
import type { ErrorKey } from "@/lib/domain/values/field-error";

const fields = { title: "old", summary: "", startsOn: null, endsOn: null };
const nothing: DraftEvent = { kind: "opened", kept: { at: "", edits: [], underway: null } };

function formAfter(...events: DraftEvent[]) {
  return [nothing, ...events].reduce(nextDraft, openDraft({ fields, version: 1, issues: [] }));
}

const typed = (field: string, value: unknown): DraftEvent => ({ kind: "typed", field, value });
const change = (field: string, value: unknown, seen: unknown = null) => ({ field, seen, value });
const sent = (...changes: ReturnType<typeof change>[]): DraftEvent => ({
  kind: "sent",
  save: { key: "one", version: 1, changes },
});
const refused = (field: string, key: ErrorKey): DraftEvent => ({
  kind: "refused",
  refusal: { code: "invalid", fields: { [field]: [{ key }] } },
});
const answer = (more: Partial<Saved>): DraftEvent => ({
  kind: "saved",
  saved: {
    version: 2,
    fields: {},
    savedFields: [],
    written: {},
    conflicts: [],
    savedAt: "2026-11-22T07:03:00.000Z",
    issues: [],
    changes: {},
    ...more,
  },
});

describe("a save", () => {
  test("that was repeated is followed by later edits", () => {
    const before = formAfter(
      typed("title", "new"),
      sent(change("title", "new")),
      { kind: "failed", failure: "offline" },
      typed("title", "newer"),
      { kind: "due" },
      sent(change("title", "new")),
    );
    const state = nextDraft(before, answer({ fields: { title: "new" }, savedFields: ["title"] }));
    expect(state.due).toBe("soon");
    expect(nextSave(state, "two")?.changes).toEqual([
      { field: "title", seen: "new", value: "newer" },
    ]);
  });

  test("that was refused because of an ended session is sent again, followed by later edits", () => {
    const before = formAfter(
      typed("title", "new"),
      sent(change("title", "new", "old")),
      typed("summary", "And more"),
      { kind: "refused", refusal: { code: "signed_out" } },
      { kind: "due" },
    );
    const again = nextSave(before, "two");
    expect(again).toMatchObject({ key: "one", changes: [{ field: "title", value: "new" }] });
    const state = [
      { kind: "sent", save: again } as const,
      answer({ fields: { title: "new" }, savedFields: ["title"] }),
    ].reduce(nextDraft, before);
    expect(state.due).toBe("soon");
    expect(nextSave(state, "two")?.changes).toEqual([
      { field: "summary", seen: "", value: "And more" },
    ]);
  });

  test("of a closed window is sent again, followed by its other edits", () => {
    const underway = {
      key: "one",
      version: 1,
      changes: [change("title", "new", "old")],
    };
    const kept = {
      at: "2026-11-22T07:00:00.000Z",
      edits: [...underway.changes, { field: "summary", seen: "", value: "And more" }],
      underway,
    };
    const state = formAfter(
      { kind: "opened", kept },
      { kind: "pressed" },
      { kind: "sent", save: underway },
      answer({ fields: { title: "new" }, savedFields: ["title"] }),
    );
    expect(state.due).toBe("soon");
    expect(nextSave(state, "two")?.changes.map(({ field }) => field)).toEqual(["summary"]);
  });

  test("leaves nothing due when everything is saved or set aside", () => {
    const all = formAfter(
      typed("title", "new"),
      sent(change("title", "new", "old")),
      answer({ fields: { title: "new" }, savedFields: ["title"] }),
    );
    expect(all.due).toBe("no");
    const mine = change("title", "new", "old");
    const conflict = { field: "title", mine: "new", theirs: "theirs", byName: "", at: "" };
    const inConflict = formAfter(
      typed("title", "new"),
      sent(mine),
      answer({ fields: { title: "theirs" }, conflicts: [conflict] }),
    );
    expect(inConflict.due).toBe("no");
  });

  test("whose answer was lost is sent again unchanged", () => {
    const state = formAfter(
      typed("title", "new"),
      sent(change("title", "new")),
      { kind: "failed", failure: "offline" },
      typed("title", "newer"),
    );
    const again = nextSave(state, "two");
    expect(again).toEqual({ key: "one", version: 1, changes: [change("title", "new")] });
  });

  test("that had been applied already continues from its result", () => {
    const state = formAfter(
      typed("title", "new"),
      sent(change("title", "new")),
      typed("title", "newer"),
      answer({ version: 5, fields: { title: "somebody else’s" }, written: { title: "new" } }),
    );
    expect(nextSave(state, "two")?.changes).toEqual([
      { field: "title", seen: "new", value: "newer" },
    ]);
  });

  test("that was refused is sent again without the wrong fields, and with them after a new edit", () => {
    const wrong = formAfter(
      typed("title", "new"),
      typed("endsOn", "soon"),
      sent(change("title", "new"), change("endsOn", "soon")),
      refused("endsOn", "partial_date"),
    );
    expect(wrong.due).toBe("now");
    expect(nextSave(wrong, "two")?.changes.map(({ field }) => field)).toEqual(["title"]);
    const more = nextDraft(wrong, typed("summary", "And more"));
    expect(nextSave(more, "two")?.changes.map(({ field }) => field)).toEqual([
      "title",
      "endsOn",
      "summary",
    ]);
  });

  test("that was refused is sent again with edits made before the answer", () => {
    const events = [
      typed("startsOn", "2027"),
      sent(change("startsOn", "2027")),
      typed("endsOn", "2028"),
      refused("startsOn", "after_end"),
    ];
    const both = formAfter(...events);
    expect(both.due).not.toBe("no");
    expect(nextSave(both, "two")?.changes.map(({ field }) => field)).toEqual([
      "startsOn",
      "endsOn",
    ]);
    const again = [change("startsOn", "2027"), change("endsOn", "2028")];
    const stillWrong = formAfter(...events, sent(...again), refused("startsOn", "after_end"));
    expect(nextSave(stillWrong, "three")?.changes.map(({ field }) => field)).toEqual(["endsOn"]);
  });

  test("that is too large shows its error at its longest field", () => {
    const large = "x".repeat(100);
    const state = formAfter(
      typed("title", "new"),
      typed("summary", large),
      sent(change("title", "new"), change("summary", large)),
      refused("form", "too_large"),
    );
    expect(state.errors).toEqual({ summary: [{ key: "too_large" }] });
    expect(nextSave(state, "two")?.changes.map(({ field }) => field)).toEqual(["title"]);
  });
});

test("a half-typed value shows no error while its field has the focus, unless the button was pressed", () => {
  const events = [
    { kind: "entered", field: "endsOn" } as const,
    typed("endsOn", "20"),
    sent(change("endsOn", "20")),
    refused("endsOn", "partial_date"),
  ];
  const state = formAfter(...events);
  expect(errorsToShow(state)).toEqual({});
  expect(errorsToShow(nextDraft(state, { kind: "entered", field: null }))).toHaveProperty("endsOn");
  const [first, second, ...rest] = events as [DraftEvent, DraftEvent, DraftEvent, DraftEvent];
  expect(errorsToShow(formAfter(first, second, { kind: "pressed" }, ...rest))).toHaveProperty(
    "endsOn",
  );
});

describe("a remote change", () => {
  const by = { byName: "Lead of Phuket", at: "2026-11-22T07:00:00.000Z" };
  const caughtUp: DraftEvent = {
    kind: "caughtUp",
    now: { version: 2, fields: { ...fields, title: "theirs" }, changes: { title: by }, issues: [] },
  };

  test("appears in a field without the focus, with its author", () => {
    const state = formAfter(caughtUp);
    expect(state.seen["title"]).toBe("theirs");
    expect(state.remoteChanges).toEqual({ title: by });
  });

  test("waits until the field is left and its text is saved", () => {
    const inside = formAfter({ kind: "entered", field: "title" }, caughtUp);
    expect(inside.seen["title"]).toBe("old");
    expect(inside.pendingRemote["title"]).toMatchObject(by);
    expect(nextDraft(inside, { kind: "entered", field: null }).seen["title"]).toBe("theirs");

    const writing = formAfter(typed("title", "mine"), caughtUp);
    expect(nextSave(writing, "two")?.changes).toEqual([
      { field: "title", seen: "old", value: "mine" },
    ]);
    expect(nextDraft(writing, { kind: "discarded" }).seen["title"]).toBe("theirs");
  });

  test("that is older than the form is ignored", () => {
    const state = formAfter({ kind: "entered", field: null }, caughtUp, {
      kind: "caughtUp",
      now: { version: 1, fields, changes: {}, issues: [] },
    });
    expect(state.seen["title"]).toBe("theirs");
  });
});

test("a window that reports nothing counts as closed", () => {
  const here = { recordId: "r", tab: "mine", personId: "p" };
  const presence = new Map();
  const lead = { recordId: "r", tab: "theirs", personId: "q", name: "Lead", field: null };
  applyPresence(presence, { kind: "present", ...lead }, 0);
  expect(listColleagues(presence, here, 2 * presenceIntervalMs)).toHaveLength(1);
  expect(listColleagues(presence, here, 3 * presenceIntervalMs)).toEqual([]);
  expect(listColleagues(presence, { ...here, recordId: "other" }, 0)).toEqual([]);
});
