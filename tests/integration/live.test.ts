import { randomUUID } from "node:crypto";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { database } from "@/lib/db/client";
import type { LiveEvent } from "@/lib/domain/live/live";
import type { SignedIn } from "@/lib/domain/people/actor";
import { announcePresence, watchRecord } from "@/lib/live/hub";
import { findDraft } from "@/lib/queries/record/records";
import { type Cast, getCast } from "@/tests/support/cast";
import { aReadyProject, typeInto } from "@/tests/support/factories";
import { countRows } from "@/tests/support/rows";

/** Waits long enough for an event on a busy machine. */
const soon = { timeout: 20_000 };

let cast: Cast;
let recordId: string;
beforeAll(async () => {
  cast = await getCast();
  recordId = await aReadyProject(cast);
});

/** Subscribes as one window of a person until the test ends. */
async function watch(reader: SignedIn) {
  const events: LiveEvent[] = [];
  const tab = randomUUID();
  const watching = await watchRecord(reader, { recordId, tab }, (event) => events.push(event));
  if (watching === null || watching === "too_many") throw new Error("Not theirs to watch");
  onTestFinished(watching.close);
  const last = <K extends LiveEvent["kind"]>(kind: K) =>
    events.filter((event): event is Extract<LiveEvent, { kind: K }> => event.kind === kind).at(-1);
  return {
    ...watching,
    tab,
    events,
    version: () => last("version")?.version,
    people: () => last("people")?.people,
  };
}

test("a subscriber gets the version at the beginning and after each save", async () => {
  const editor = await watch(cast.editorOfPhuket);
  const before = await findDraft(cast.editorOfPhuket, recordId);
  expect(editor.version()).toBe(before?.version);

  const { version } = await typeInto(cast, recordId, { dataNote: ["", "Typed"] });
  await vi.waitFor(() => expect(editor.version()).toBe(version), soon);
  expect(await findDraft(cast.editorOfPhuket, recordId)).toMatchObject({
    version,
    fields: { dataNote: "Typed" },
    changes: { dataNote: { byName: "Lead of Phuket" } },
  });
});

test("colleagues see who opens the record, changes fields and leaves, by name only", async () => {
  const rows = await countRows();
  const editor = await watch(cast.editorOfPhuket);
  const lead = await watch(cast.leadOfPhuket);
  const seen = { tab: lead.tab, name: "Lead of Phuket", isSelf: false };
  await vi.waitFor(() => expect(editor.people()).toEqual([{ ...seen, field: null }]), soon);

  await announcePresence(cast.leadOfPhuket, { recordId, tab: lead.tab, field: "summary" });
  await vi.waitFor(() => expect(editor.people()).toEqual([{ ...seen, field: "summary" }]), soon);

  // Messages for another person's window or for a closed window are ignored: only the next event arrives.
  await announcePresence(cast.editorOfPhuket, { recordId, tab: lead.tab, field: "title" });
  await announcePresence(cast.leadOfPhuket, { recordId, tab: randomUUID(), field: "title" });
  await announcePresence(cast.leadOfPhuket, { recordId, tab: lead.tab, field: "dataNote" });
  await vi.waitFor(() => expect(editor.people()).toEqual([{ ...seen, field: "dataNote" }]), soon);

  // A renewal also names the field, for processes that missed the last message.
  expect(await lead.renew(cast.leadOfPhuket)).toBe(true);
  const late = await watch(cast.editorOfPhuket);
  await vi.waitFor(
    () => expect(late.people()).toContainEqual({ ...seen, field: "dataNote" }),
    soon,
  );
  late.close();

  // A message that a browser sends while its window closes does not open the window again.
  lead.close();
  await announcePresence(cast.leadOfPhuket, { recordId, tab: lead.tab, field: "summary" });
  await vi.waitFor(() => expect(editor.people()).toEqual([]), soon);
  expect(await countRows()).toEqual(rows);
});

test("nobody subscribes to, or is shown at, a record whose draft they may not read", async () => {
  const editor = await watch(cast.editorOfPhuket);
  const strangers = [
    cast.editorOfMakassar,
    cast.representativeOfIndonesia,
    cast.representativeOfThailand,
    cast.reviewer,
  ];
  for (const stranger of strangers) {
    expect(await watchRecord(stranger, { recordId, tab: randomUUID() }, () => {})).toBeNull();
    expect(await announcePresence(stranger, { recordId, tab: randomUUID(), field: null })).toBe(
      false,
    );
    expect(await findDraft(stranger, recordId)).toBeNull();
  }
  expect(await editor.renew(cast.editorOfPhuket)).toBe(true);
  // The grant of this person was removed.
  expect(await editor.renew({ ...cast.editorOfPhuket, grants: [] })).toBe(false);
});

test("a lost connection is opened again and reports the version", async () => {
  const editor = await watch(cast.editorOfPhuket);
  const before = editor.events.length;
  await database().$executeRaw`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query = 'listen record'`;
  await vi.waitFor(() => expect(editor.events.length).toBeGreaterThan(before), soon);
  const { version } = await typeInto(cast, recordId, { scheduleReason: ["", "Rain"] });
  await vi.waitFor(() => expect(editor.version()).toBe(version), soon);
});
