import type { ProjectFields } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";
import { lastDayOf } from "@/lib/domain/values/partial-date";
import { type Documents, statements } from "./documents";
import type { PartnerData, ProjectHistory } from "./history-data";
import { idOf } from "./ids";
import { partialDate, toPartialDate, toWords } from "./wording";

type Milestone = ProjectHistory["milestones"][number];
type Statement = Milestone["said"][number];
type Indicator = ProjectHistory["indicators"][number];

/** What the documents say of a project, with their titles and the partners that they name. */
export type Known = {
  history: ProjectHistory;
  documents: Documents;
  partners: ReadonlyMap<string, PartnerData>;
};

/** Returns the days on which something about the project became known, each once, oldest first. */
export function daysOf({ history, documents }: Known): Day[] {
  const days = [
    ...statements(history).map((statement) => statement.asOf),
    ...history.laterFacts.map((fact) => documents.knownOn(fact.source, lastDayOf(fact.on))),
  ];
  return [...new Set(days)].toSorted();
}

/** Returns what was known of the project on a day, as the fields of an edition. */
export function knownOn(known: Known, day: Day) {
  const { history } = known;
  return {
    ...textsOn(known, day),
    milestones: history.milestones
      .filter((milestone) => milestone.kind === "promise")
      .flatMap((milestone) => milestoneOn(history, milestone, day)),
    events: eventsOn(known, day),
    indicators: history.indicators.flatMap((indicator) => indicatorOn(known, indicator, day)),
  } satisfies Partial<ProjectFields>;
}

/**
 * Returns the texts that the documents state. The newest document that states a field counts. A schedule belongs to its
 * account of progress: a newer account without a schedule removes the older schedule.
 */
function textsOn({ history, partners }: Known, day: Day) {
  const stated = until(history.editions, day);
  const newest = <K extends keyof (typeof stated)[number]>(name: K) =>
    stated.findLast((edition) => edition[name] !== null)?.[name] ?? null;
  const naming = <K extends "challenges" | "supportNeeded">(name: K) =>
    stated.findLast((edition) => edition[name].length > 0)?.[name] ?? [];
  const progress = stated.findLast(
    ({ progress, schedule }) => progress !== null || schedule !== null,
  );
  return {
    summary: newest("summary") ?? "",
    progressNote: progress?.progress ?? "",
    progressOn: progress?.asOf ?? null,
    schedule: progress?.schedule ?? null,
    scheduleReason: progress?.scheduleReason ?? "",
    startsOn: partialDate(newest("startsOn")),
    endsOn: partialDate(newest("endsOn")),
    challenges: naming("challenges").map((text) => ({
      id: idOf(history.id, "challenge", text),
      text,
    })),
    supportNeeded: naming("supportNeeded").map(({ kind, text }) => ({
      id: idOf(history.id, "support", kind, text),
      kind,
      text,
      isMet: false,
      metBy: "",
    })),
    partners: latestByKey(stated.flatMap((edition) => edition.partners.map(keyed("partner")))).map(
      ({ key, role }) => partnerFields(history.id, getPartner(partners, key), role),
    ),
    targets: latestByKey(stated.flatMap((edition) => edition.targets)).map(
      ({ key, text, dueOn }) => ({
        id: idOf(history.id, "target", key),
        text,
        dueOn: partialDate(dueOn),
      }),
    ),
  };
}

function partnerFields(projectId: string, { key, name, kind }: PartnerData, role: string | null) {
  return { id: idOf(projectId, "partner", key), name, kind, role: role ?? "" };
}

function getPartner(partners: Known["partners"], key: string): PartnerData {
  const partner = partners.get(key);
  if (!partner) throw new Error(`A partner without a name: ${key}`);
  return partner;
}

/** Returns a promise as the documents up to a day state it: one milestone, with all its former dates. */
function milestoneOn(
  project: ProjectHistory,
  { key, title, said }: Milestone,
  day: Day,
): ProjectFields["milestones"] {
  const stated = until(said, day);
  const last = stated.at(-1);
  if (!last) return [];
  const dates = stated.flatMap((statement) => statement.dueOn ?? []);
  const [first, due] = [dates.at(0) ?? null, dates.at(-1) ?? null];
  const done = stated.findLast((statement) => statement.doneOn !== null)?.doneOn ?? null;
  const note = [
    last.dropped ? "" : (last.note ?? ""),
    exactly("Due in", due),
    exactly("Done in", done),
  ];
  return [
    {
      id: milestoneId(project.id, key),
      title,
      dueOn: partialDate(due),
      firstDueOn: isOtherDay(first, due) ? partialDate(first) : null,
      doneOn: partialDate(done),
      droppedReason: last.dropped ? (last.note ?? "Given up.") : "",
      note: note.filter(Boolean).join(" "),
      weight: 1,
      lastReportedOn: last.asOf,
    },
  ];
}

/** Returns the id of a milestone of a project. A target of a plan refers to it by this id. */
export function milestoneId(projectId: string, key: string): string {
  return idOf(projectId, "milestone", key);
}

/** Returns the id of an indicator of a project. A target of a plan refers to it by this id. */
export function indicatorId(projectId: string, key: string): string {
  return idOf(projectId, "indicator", key);
}

/**
 * Returns the events and later facts up to a day, by their dates. Statements of several documents about one date become
 * one entry.
 */
function eventsOn({ history, documents }: Known, day: Day): ProjectFields["events"] {
  const events = history.milestones
    .filter((milestone) => milestone.kind === "event")
    .flatMap(({ key, title, said }) => {
      const stated = until(said, day);
      return [...new Set(stated.map(happenedOn))].map((on) => {
        const ofDate = stated.filter((statement) => happenedOn(statement) === on);
        // Every date comes from at least one statement.
        const last = ofDate.at(-1) as Statement;
        return {
          id: idOf(history.id, "event", key, on),
          on,
          text: eventText(title, ofDate),
          source: documents.toSource(last.source, last.page).address,
        };
      });
    });
  const later = history.laterFacts
    .filter((fact) => documents.knownOn(fact.source, lastDayOf(fact.on)) <= day)
    .map(({ on, text, source }) => ({
      id: idOf(history.id, "event", source, on),
      on: toPartialDate(on).on,
      text,
      source,
    }));
  return [...events, ...later].toSorted((a, b) => lastDayOf(a.on).localeCompare(lastDayOf(b.on)));
}

/** Returns the date of an event. For a document that names no date it is the day of the document. */
function happenedOn({ doneOn, asOf }: Statement) {
  return doneOn === null ? asOf : toPartialDate(doneOn).on;
}

function eventText(title: string, stated: Statement[]) {
  const notes = stated.flatMap(({ note, dueOn, doneOn }) => [
    exactly("In", doneOn),
    exactly("Expected in", dueOn, true),
    note ?? "",
  ]);
  const said = [...new Set(notes.filter(Boolean).map((note) => note.replace(/\.$/u, "")))];
  return said.length === 0 ? title : `${title}: ${said.join("; ")}`;
}

/**
 * Returns the statement from which an indicator is known: the first one that measures it or names a target. An indicator
 * with only a baseline is known from the first document that describes the project.
 */
export function firstStatementOf(
  { editions }: Pick<ProjectHistory, "editions">,
  { targets, readings }: Pick<Indicator, "targets" | "readings">,
) {
  const stated = [...targets, ...readings];
  return (stated.length > 0 ? stated : editions).toSorted((a, b) =>
    a.asOf.localeCompare(b.asOf),
  )[0];
}

/**
 * Returns an indicator as the documents up to a day state it, starting with the first one that has a value or a target.
 */
function indicatorOn(
  { history, documents }: Known,
  { key, name, unit, direction, baseline, baselineOn, targets, readings }: Indicator,
  day: Day,
): ProjectFields["indicators"] {
  const first = firstStatementOf(history, { targets, readings });
  if (first === undefined || first.asOf > day) return [];
  const target = until(targets, day).at(-1);
  return [
    {
      id: indicatorId(history.id, key),
      name,
      unit: unit ?? "",
      direction,
      baseline,
      baselineOn: partialDate(baselineOn),
      target: target?.value ?? null,
      targetOn: partialDate(target?.on ?? null),
      outcome: null,
      readings: until(readings, day).map(({ on, value, asOf, source, page, note }) => ({
        id: idOf(history.id, "indicator", key, on, asOf),
        on: toPartialDate(on).on,
        value,
        note: [note ?? "", exactly("In", on)].filter(Boolean).join(" "),
        source: documents.toSource(source, page).address,
      })),
    },
  ];
}

/** Returns the statements up to a day, oldest first. Statements of one day keep the order of the file. */
function until<S extends { asOf: Day }>(said: S[], day: Day): S[] {
  return said.filter(({ asOf }) => asOf <= day).toSorted((a, b) => a.asOf.localeCompare(b.asOf));
}

/** Returns the last item of each key, in the order in which the keys first appear. */
function latestByKey<T extends { key: string }>(items: T[]): T[] {
  return [...new Map(items.map((item) => [item.key, item])).values()];
}

const keyed =
  <K extends string>(name: K) =>
  <T extends Record<K, string>>(item: T) => ({ ...item, key: item[name] });

function isOtherDay(first: string | null, due: string | null) {
  if (first === null || due === null) return false;
  return lastDayOf(toPartialDate(first).on) !== lastDayOf(toPartialDate(due).on);
}

/**
 * Returns a sentence such as "Due in the third quarter of 2021.", when the month of a partial date would be more exact
 * than what is known.
 */
function exactly(words: string, date: string | null, isSaidAnyway = false): string {
  if (date === null) return "";
  const { said } = toPartialDate(date);
  if (said === null && !isSaidAnyway) return "";
  return `${words} ${said ?? toWords(date)}.`;
}
