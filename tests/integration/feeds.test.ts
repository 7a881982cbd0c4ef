import { randomUUID } from "node:crypto";
import { XMLParser } from "fast-xml-parser";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { GET as getChanges } from "@/app/api/v1/changes/route";
import { GET as getFeed } from "@/app/api/v1/changes.atom/route";
import { GET as getDue } from "@/app/api/v1/due.ics/route";
import { approveSubmission } from "@/lib/commands/approve-submission";
import { submitRecord } from "@/lib/commands/submit-record";
import { findDraft } from "@/lib/queries/records";
import { getCast } from "@/tests/support/cast";
import { aMilestone } from "@/tests/support/examples";
import { aPlanOf, aReadyProject, must, typeInto } from "@/tests/support/factories";

function ask(path: string, headers: Record<string, string> = {}) {
  return new Request(`http://localhost/api/v1/${path}`, { headers });
}

test("the feed of a city tells its latest editions, and a reader that has it gets nothing again", async () => {
  const answer = await getFeed(ask("changes.atom?city=phuket"));
  expect(answer.headers.get("content-type")).toBe("application/atom+xml");
  const { feed } = new XMLParser({ ignoreAttributes: false }).parse(await answer.text());
  const changes = await (await getChanges(ask("changes?city=phuket&limit=50"))).json();
  expect(feed.entry.map((entry: { id: string }) => entry.id)).toHaveLength(changes.items.length);
  expect(feed.entry[0].link["@_href"]).toMatch(/\/en\/cities\/phuket(\/projects\/[a-z0-9-]+)?$/);
  expect(new Set(feed.entry.map((entry: { id: string }) => entry.id)).size).toBe(feed.entry.length);
  for (const entry of feed.entry) expect(entry.summary ?? entry.title).toBeTruthy();

  const etag = answer.headers.get("etag") ?? "";
  expect((await getFeed(ask("changes.atom?city=phuket", { "if-none-match": etag }))).status).toBe(
    304,
  );
});

test("changes are narrowed to an area, and an edition says what it changed", async () => {
  const { items } = await (
    await getChanges(ask("changes?focusArea=civic-social&limit=100"))
  ).json();
  expect(items.length).toBeGreaterThan(10);
  const moved = items.find(
    ({ stage }: { stage: { before: string | null; after: string } | null }) =>
      stage?.before && stage.before !== stage.after,
  );
  expect(moved).toMatchObject({
    kind: "project",
    changedFields: expect.arrayContaining(["stage"]),
  });
  expect((await (await getChanges(ask("changes?outcome=no-such-outcome"))).json()).items).toEqual(
    [],
  );
});

test("a calendar holds what a city’s projects are to do, on the last day of what is stated", async () => {
  const cast = await getCast();
  const recordId = await aReadyProject(cast);
  const title = String((await findDraft(cast.leadOfPhuket, recordId))?.fields["title"]);
  await typeInto(cast, recordId, {
    milestones: [
      [],
      [
        aMilestone({ title: "Piles driven", dueOn: "2027-02" }),
        aMilestone({ title: "Given up", dueOn: "2027-03", droppedReason: "No money" }),
      ],
    ],
    endsOn: [null, "2027"],
  });
  const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
  must(await approveSubmission(cast.reviewer, { submissionId }));

  const answer = await getDue(ask("due.ics?city=phuket"));
  expect(answer.headers.get("content-type")).toContain("text/calendar");
  const etag = answer.headers.get("etag") ?? "";
  const again = ask("due.ics?city=phuket", { "if-none-match": etag });
  expect((await getDue(again)).status).toBe(304);
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  const told = events.filter((event) => event.summary.includes(title));
  expect(told.map((event) => [event.summary, event.startDate.toString()])).toEqual([
    [`Piles driven (${title})`, "2027-02-28"],
    [`Planned end: ${title}`, "2027-12-31"],
  ]);
});

test("a calendar holds the dated targets of the city’s plan too", async () => {
  const cast = await getCast();
  const recordId = await aPlanOf("phuket");
  const seen = (await findDraft(cast.leadOfPhuket, recordId))?.fields["strategicTargets"];
  const target = {
    id: randomUUID(),
    text: "Half of all buses run on electricity",
    measure: "",
    unit: "",
    baseline: null,
    value: null,
    dueOn: "2027-06",
  };
  await typeInto(cast, recordId, {
    strategicTargets: [seen, [...(seen as unknown[]), target]],
  });
  must(
    await approveSubmission(
      cast.reviewer,
      must(await submitRecord(cast.leadOfPhuket, { recordId })),
    ),
  );

  const calendar = new ICAL.Component(
    ICAL.parse(await (await getDue(ask("due.ics?city=phuket"))).text()),
  );
  const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  const [told] = events.filter((event) => event.summary.includes(target.text));
  expect(told?.startDate.toString()).toBe("2027-06-30");
  expect(told?.component.getFirstPropertyValue("url")).toMatch(/\/en\/cities\/phuket$/u);
});
