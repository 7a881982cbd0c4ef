import { randomUUID } from "node:crypto";
import { confirmRecord } from "@/lib/commands/record/confirm-record";
import { correctEdition } from "@/lib/commands/review/correct-edition";
import { rateEvidence } from "@/lib/commands/review/rate-evidence";
import { withholdRecord } from "@/lib/commands/review/withhold-record";
import { closings, emptyProject, type ProjectFields } from "@/lib/domain/record/project";
import type { EvidenceLevel, RatedClaim } from "@/lib/domain/review/evidence-rating";
import { aMilestone, anIndicator, aReading } from "@/tests/support/examples";
import { must } from "@/tests/support/factories";
import { aPdf, aPhotograph } from "@/tests/support/files";
import { asPromised } from "@/tests/support/world/measured";
import { everyEvidence, fullFields } from "@/tests/support/world/record";
import { daysAgo, type Stage, staffOf, type WorldCity } from "@/tests/support/world/stage";
import { awkward, inLanguage, ofLength } from "@/tests/support/world/texts";
import { approve, attachFile, begin, publish, submit, type } from "@/tests/support/world/write";

type Described = Partial<ProjectFields> & { title: string };

/** Publishes one project of each kind, named by its kind. Returns the ids. */
export async function publishProjects(stage: Stage): Promise<Record<string, string>> {
  const made: Record<string, string> = {};
  for (const [name, city, fields] of simpleOnes(stage)) {
    made[name] = await begin(stage, city, fields, daysAgo(stage, 5));
    await publish(stage, city, made[name], daysAgo(stage, 5));
  }
  const closed = await publishClosed(stage, made["late"] ?? "");
  const rated = await publishRated(stage);
  const whole = {
    full: await publishFull(stage, "phuket", [made["late"] ?? "", made["paused"] ?? ""]),
    fullOfIndonesia: await publishFull(stage, "makassar", [made["late"] ?? ""]),
    fullOfCambodia: await publishFull(stage, "battambang", [made["paused"] ?? ""]),
    withheld: await publishWithheld(stage),
    corrected: await publishCorrected(stage),
    confirmed: await publishConfirmed(stage),
  };
  return { ...made, ...closed, ...rated, ...whole };
}

function simpleOnes(stage: Stage): [string, WorldCity, Described][] {
  return [
    [
      "late",
      "phuket",
      {
        title: "Late, with a reason",
        schedule: "late",
        scheduleReason: awkward.markup,
        endsOn: "2030",
      },
    ],
    [
      "paused",
      "makassar",
      { title: "Paused", schedule: "paused", scheduleReason: "No money", startsOn: "2024" },
    ],
    ["pastEnd", "phuket", { title: "Past its end", startsOn: "2023", endsOn: "2024-06-30" }],
    [
      "latePastEnd",
      "battambang",
      {
        title: "Late and past its end",
        schedule: "late",
        scheduleReason: "Rain",
        endsOn: "2025-01",
      },
    ],
    [
      "endedNotCompleted",
      "phuket",
      { title: "Ended, not completed", endedOn: "2025-05-01", schedule: "on_time" },
    ],
    [
      "completed",
      "phuket",
      {
        title: "Completed",
        stage: "completed",
        startsOn: "2021",
        endsOn: "2024",
        endedOn: "2024-11",
        milestones: [aMilestone({ doneOn: "2024-11" }), aMilestone()],
      },
    ],
    [
      "allDropped",
      "makassar",
      { title: "All dropped", milestones: [aMilestone({ droppedReason: "No land" })] },
    ],
    ["allDone", "makassar", { title: "All done", milestones: [aMilestone({ doneOn: "2024" })] }],
    ["bare", "phuket", { title: "Nothing but what is needed" }],
    ["awkward", "phuket", awkwardFields()],
    ["atTheLimit", "makassar", limitFields()],
    ["zero", "phuket", zeroFields(stage)],
  ];
}

/** Returns a project with markup, long words and other scripts in every text. */
function awkwardFields(): Described {
  const { markup, emoji, rightToLeft, longWord, message, numbers } = awkward;
  return {
    title: `${markup} ${emoji}`,
    localTitle: rightToLeft,
    localTitleLanguage: "ms",
    summary: `${longWord} ${markup}\n\n${message}`,
    description: awkward.markdown,
    stage: "planning",
    milestones: [
      aMilestone({ title: markup, note: message }),
      aMilestone({ title: longWord, droppedReason: markup }),
    ],
    indicators: [
      anIndicator({ name: markup, unit: '<m³> & "l"', readings: [aReading("2025", 1)] }),
    ],
    partners: [
      { id: randomUUID(), name: `A&B <Company> "${numbers}"`, kind: "company", role: markup },
    ],
    supportNeeded: [
      { id: randomUUID(), kind: "other", text: `${longWord} ${markup}`, isMet: false, metBy: "" },
    ],
    dataNote: emoji,
  };
}

/** Returns a project whose texts have the maximum length. */
function limitFields(): Described {
  return {
    title: ofLength(200),
    summary: ofLength(1200),
    description: ofLength(20_000),
    milestones: [aMilestone({ title: ofLength(300), dueOn: "2031", note: ofLength(600) })],
    indicators: [anIndicator({ name: ofLength(200), unit: ofLength(80) })],
    partners: [{ id: randomUUID(), name: ofLength(300), kind: null, role: ofLength(200) }],
    responsibleOffice: ofLength(200),
    dataNote: ofLength(1000),
  };
}

/** Returns a project in which every number is zero. */
function zeroFields(stage: Stage): Described {
  const on = daysAgo(stage, 30).toISOString().slice(0, 10);
  return {
    title: "0",
    summary: "0",
    indicators: [
      anIndicator({ name: "0", unit: "0", baseline: 0, target: 0, readings: [aReading(on, 0)] }),
    ],
    budget: (["planned", "committed", "spent"] as const).map((kind) => ({
      ...{ id: randomUUID(), kind, amount: "0", currency: "THB" as const, year: null, funder: "0" },
      ...{ perDollar: "0", perDollarOn: null, note: "0" },
    })),
    locations: [{ id: randomUUID(), label: "0", latitude: 0, longitude: 0 }],
  };
}

/** Publishes one project closed in each way, after an edition in which it was open. */
async function publishClosed(stage: Stage, successor: string) {
  const made: Record<string, string> = {};
  for (const closing of closings) {
    const title = `Closed: ${closing}`;
    const id = await begin(stage, "phuket", { title }, daysAgo(stage, 400));
    await publish(stage, "phuket", id, daysAgo(stage, 400));
    const reason = { closing, closingReason: `Why it is ${closing}. ${awkward.markup}` };
    await type(
      staffOf(stage, "phuket").editor,
      "project",
      id,
      {
        ...reason,
        ...(closing === "completed" && { stage: "completed", endedOn: "2025" }),
        ...(closing === "replaced_by" && { closingSuccessor: awkward.markup }),
        ...(closing === "merged_into" && {
          relatedProjects: [
            { id: randomUUID(), relation: closing, project: successor, title: "", note: "" },
          ],
        }),
      },
      daysAgo(stage, 4),
    );
    await publish(stage, "phuket", id, daysAgo(stage, 4));
    made[`closed_${closing}`] = id;
  }
  return made;
}

/** Publishes a completed project rated with each level, and one whose progress is rated. */
async function publishRated(stage: Stage) {
  const rated: [RatedClaim, EvidenceLevel][] = [
    ["completion", "none"],
    ["completion", "limited"],
    ["completion", "substantial"],
    ["completion", "complete"],
    ["progress", "limited"],
  ];
  const made: Record<string, string> = {};
  const at = daysAgo(stage, 3);
  for (const [claim, level] of rated) {
    const asked = claim === "completion" ? ({ stage: "completed", endedOn: "2025" } as const) : {};
    const id = await begin(stage, "makassar", { title: `Rated: ${claim}, ${level}`, ...asked }, at);
    const submissionId = await submit(stage, "makassar", id, at);
    const rating = { submissionId, claim, level, sentence: awkward.markup };
    must(await rateEvidence(stage.cast.reviewer, rating, at));
    await approve(stage, "makassar", submissionId, at);
    made[`rated_${claim}_${level}`] = id;
  }
  return made;
}

const languageOf = { phuket: "th", makassar: "id", battambang: "km" } as const;

/**
 * Publishes a project with every field three times. Each time its end and a milestone move, and the third edition has
 * translations whose English text changed. Each command gets a later day.
 */
async function publishFull(stage: Stage, city: WorldCity, related: string[]): Promise<string> {
  const fields = fullFields(stage, related);
  const title = `Everything that ${city} can say`;
  const begun = daysAgo(stage, 900);
  const { milestones, endsOn, ...first } = fields;
  const id = await begin(
    stage,
    city,
    {
      ...first,
      title,
      indicators: [],
      milestones: asPromised(milestones, "2024-12"),
      endsOn: "2025-06",
    },
    begun,
  );
  await publish(stage, city, id, begun);
  const { editor } = staffOf(stage, city);
  const second = {
    milestones: asPromised(milestones, "2025-06"),
    endsOn: "2026",
    summary: "Other words.",
  };
  await type(editor, "project", id, second, daysAgo(stage, 500));
  await publish(stage, city, id, daysAgo(stage, 500));
  const at = daysAgo(stage, 3);
  const files = [
    await attachFile(stage, city, id, {
      name: `${awkward.rightToLeft}.jpg`,
      bytes: await aPhotograph(),
      at,
    }),
    await attachFile(stage, city, id, { name: "A <paper> & more.pdf", bytes: aPdf, at }),
  ];
  const evidence = everyEvidence(fields, files);
  const whole = { ...emptyProject(title), ...fields, evidence };
  const translations = inLanguage(whole, languageOf[city]);
  await type(editor, "project", id, { ...fields, evidence, translations }, at);
  await publish(stage, city, id, at);
  return id;
}

async function publishWithheld(stage: Stage): Promise<string> {
  const at = daysAgo(stage, 60);
  const recordId = await begin(stage, "phuket", { title: "Withheld" }, at);
  await publish(stage, "phuket", recordId, at);
  const said = { reason: `The ministry asked. ${awkward.markup}`, notice: awkward.markup };
  must(await withholdRecord(stage.cast.reviewer, { recordId, ...said }, daysAgo(stage, 2)));
  return recordId;
}

async function publishCorrected(stage: Stage): Promise<string> {
  const at = daysAgo(stage, 50);
  const recordId = await begin(stage, "makassar", { title: "Corected" }, at);
  await publish(stage, "makassar", recordId, at);
  const asked = { recordId, number: "1", title: "Corrected", correction: awkward.markup };
  must(await correctEdition(stage.cast.reviewer, asked, daysAgo(stage, 20)));
  return recordId;
}

async function publishConfirmed(stage: Stage): Promise<string> {
  const at = daysAgo(stage, 300);
  const recordId = await begin(stage, "phuket", { title: "Confirmed" }, at);
  await publish(stage, "phuket", recordId, at);
  const { lead } = staffOf(stage, "phuket");
  const { submissionId } = must(await confirmRecord(lead, { recordId }, daysAgo(stage, 2)));
  await approve(stage, "phuket", submissionId, daysAgo(stage, 2));
  return recordId;
}
