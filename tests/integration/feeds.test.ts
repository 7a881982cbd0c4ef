import { randomUUID } from "node:crypto";
import { XMLParser } from "fast-xml-parser";
import ICAL from "ical.js";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { GET as getChanges } from "@/app/api/v1/changes/route";
import { GET as getFeed } from "@/app/api/v1/changes.atom/route";
import { GET as getDue } from "@/app/api/v1/due.ics/route";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import type { Change } from "@/lib/queries/public/changes";
import { findDraft } from "@/lib/queries/record/records";
import { writeCalendar } from "@/lib/site/calendar";
import { writeFeed } from "@/lib/site/feed";
import { getCast } from "@/tests/support/cast";
import { aMilestone } from "@/tests/support/examples";
import { aPlanOf, aReadyProject, must, typeInto } from "@/tests/support/factories";

function ask(path: string, headers: Record<string, string> = {}) {
  return new Request(`http://localhost/api/v1/${path}`, { headers });
}

test("the feed of a city has its latest editions, and a conditional request gets 304", async () => {
  const answer = await getFeed(ask("changes.atom?city=phuket"));
  expect(answer.headers.get("content-type")).toBe("application/atom+xml");
  const { feed } = new XMLParser({ ignoreAttributes: false }).parse(await answer.text());
  const changes = await (await getChanges(ask("changes?city=phuket&limit=50"))).json();
  expect(feed.entry.map((entry: { id: string }) => entry.id)).toHaveLength(changes.items.length);
  expect(feed.entry[0].link["@_href"]).toMatch(
    /\/en\/cities\/phuket\/(?:projects|plans)\/[a-z0-9-]+\/editions\/\d+$/u,
  );
  expect(new Set(feed.entry.map((entry: { id: string }) => entry.id)).size).toBe(feed.entry.length);
  for (const entry of feed.entry) expect(entry.summary ?? entry.title).toBeTruthy();

  const etag = answer.headers.get("etag") ?? "";
  expect((await getFeed(ask("changes.atom?city=phuket", { "if-none-match": etag }))).status).toBe(
    304,
  );
});

test("each entry of the network's feed has a time of its own, and the feed has the latest", async () => {
  const { feed } = new XMLParser().parse(await (await getFeed(ask("changes.atom"))).text());
  const instants = feed.entry.map((entry: { updated: string }) => entry.updated);
  expect(instants).toHaveLength(50);
  expect(new Set(instants).size).toBe(50);
  expect(instants.every((instant: string) => !Number.isNaN(Date.parse(instant)))).toBe(true);
  expect(feed.updated).toBe(instants.toSorted().at(-1));
});

test("text that looks like markup stays text in the feed", async () => {
  const title = `<5G> & "'><img src=x onerror=alert(1)> <script>alert(1)</script> ]]>`;
  const change = {
    id: randomUUID(),
    number: 3,
    recordId: randomUUID(),
    kind: "project",
    slug: "a-bridge",
    citySlug: "phuket",
    cityName: "Phuket",
    title,
    effectiveOn: "2026-11-28",
    publishedAt: new Date("2026-11-28T09:00:00Z"),
    hash: "0".repeat(64),
    isFirst: false,
    origin: "city",
    describedFields: [],
    changedFields: ["title", "milestones"],
    stage: null,
    closing: { before: null, after: null },
    formerTitle: `<b>${title}`,
    end: null,
    milestones: [{ id: randomUUID(), title, kind: "done" }],
    correction: null,
  } satisfies Change;
  const read = readEntry(writeFeed([change], "?city=<&>"));
  expect(read.title).toEqual({ type: "text", text: `${title}, Phuket` });
  expect(read.summary?.type).toBe("text");
  expect(read.summary?.text).toContain(`<b>${title}`);
  expect(read.link?.href).toMatch(/\/en\/cities\/phuket\/projects\/a-bridge\/editions\/3$/u);
});

/** Returns the elements of the only entry with their attributes and texts. The parser accepts no malformed XML. */
function readEntry(xml: string): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = {};
  const path: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    path.push(name);
    if (path.at(-2) === "entry") found[name] = { ...(attributes as Record<string, string>) };
    if (path.length > 3) throw new Error(`There is an element in a text: ${path.join("/")}`);
  });
  parser.on("text", (text) => {
    const element = path.at(-2) === "entry" ? found[path.at(-1) ?? ""] : undefined;
    if (element) element["text"] = (element["text"] ?? "") + text;
  });
  parser.on("closetag", () => path.pop());
  parser.write(xml).close();
  return found;
}

test("changes can be filtered by area, and an edition says what it changed", async () => {
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

test("a calendar has the due dates of a city’s projects, on the last day of each stated date", async () => {
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
  const listed = events.filter((event) => event.summary.includes(title));
  expect(listed.map((event) => [event.summary, event.startDate.toString()])).toEqual([
    [`Piles driven (${title})`, "2027-02-28"],
    [`Planned end: ${title}`, "2027-12-31"],
  ]);
});

test("a calendar without dates can be subscribed to, and says that it is empty", () => {
  const calendar = new ICAL.Component(ICAL.parse(writeCalendar("Phuket", [])));
  const within = calendar.getAllSubcomponents();
  expect(within.map((component) => component.name)).toEqual(["vtimezone"]);
  expect(within[0]?.getFirstPropertyValue("tzid")).toBe("Etc/UTC");
  expect(within[0]?.getAllSubcomponents("standard")).toHaveLength(1);
  expect(calendar.getFirstPropertyValue("x-wr-caldesc")).toBe(
    "Phuket has not stated any date yet. Dates will appear here when they are published.",
  );
});

test("a calendar has the dated targets of the city’s plan too", async () => {
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
  const [listed] = events.filter((event) => event.summary.includes(target.text));
  expect(listed?.startDate.toString()).toBe("2027-06-30");
  expect(listed?.component.getFirstPropertyValue("url")).toMatch(/\/en\/cities\/phuket$/u);
});
