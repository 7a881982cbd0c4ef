import type { PlanFields } from "@/lib/domain/plan";
import {
  closings,
  languages,
  type ProjectFields,
  schedules,
  stages,
  supportKinds,
} from "@/lib/domain/project";
import type { RecordKind } from "@/lib/domain/record";

/** Where the options of a choice come from when the plan's framework names them. */
export type FrameworkOptions = "focusAreas" | "projectTypes" | "outcomes";

/** How one value is typed, compared and shown. */
type ValueSpec =
  | { kind: "line" | "text" | "markdown" | "date" | "number" | "yes_no" | "address" | "readings" }
  | { kind: "choice"; options: readonly string[]; nullable: boolean }
  | { kind: "framework"; options: FrameworkOptions; nullable: boolean };

export type ItemFieldSpec = { name: string } & ValueSpec;

/** One field of a record: forms, differences and readiness go by these. */
export type FieldSpec = { name: string } & (
  | ValueSpec
  | {
      kind: "list";
      item: ItemFieldSpec[];
      /** The item's field that names it in a sentence. */
      namedBy: string;
      /** Whether the order says something: the first focus area leads. */
      isOrdered: boolean;
    }
);

export type ListSpec = Extract<FieldSpec, { kind: "list" }>;

type Named<F> = FieldSpec & { name: keyof F & string };

const projectSpecs: Named<ProjectFields>[] = [
  { name: "title", kind: "line" },
  { name: "localTitle", kind: "line" },
  { name: "localTitleLanguage", kind: "choice", options: languages, nullable: true },
  { name: "summary", kind: "text" },
  { name: "description", kind: "markdown" },
  list("focusAreas", "focusArea", { isOrdered: true }, [
    { name: "focusArea", kind: "framework", options: "focusAreas", nullable: false },
    { name: "projectType", kind: "framework", options: "projectTypes", nullable: true },
    { name: "ownLabel", kind: "line" },
  ]),
  list("contributions", "outcome", { isOrdered: false }, [
    { name: "outcome", kind: "framework", options: "outcomes", nullable: false },
    { name: "how", kind: "text" },
  ]),
  { name: "stage", kind: "choice", options: stages, nullable: false },
  { name: "schedule", kind: "choice", options: schedules, nullable: true },
  { name: "scheduleReason", kind: "text" },
  { name: "startsOn", kind: "date" },
  { name: "endsOn", kind: "date" },
  { name: "endedOn", kind: "date" },
  list("targets", "text", { isOrdered: false }, [{ name: "text", kind: "text" }]),
  list("milestones", "title", { isOrdered: false }, [
    { name: "title", kind: "line" },
    { name: "dueOn", kind: "date" },
    { name: "doneOn", kind: "date" },
    { name: "droppedReason", kind: "line" },
    { name: "note", kind: "line" },
    { name: "weight", kind: "number" },
  ]),
  list("indicators", "name", { isOrdered: false }, [
    { name: "name", kind: "line" },
    { name: "unit", kind: "line" },
    { name: "target", kind: "number" },
    { name: "readings", kind: "readings" },
  ]),
  list("partners", "name", { isOrdered: false }, [
    { name: "name", kind: "line" },
    { name: "role", kind: "line" },
  ]),
  list("supportNeeded", "text", { isOrdered: false }, [
    { name: "kind", kind: "choice", options: supportKinds, nullable: false },
    { name: "text", kind: "text" },
    { name: "isMet", kind: "yes_no" },
  ]),
  list("challenges", "text", { isOrdered: false }, [{ name: "text", kind: "text" }]),
  list("funding", "text", { isOrdered: false }, [
    { name: "text", kind: "line" },
    { name: "source", kind: "address" },
  ]),
  list("evidence", "text", { isOrdered: false }, [
    { name: "text", kind: "text" },
    { name: "source", kind: "address" },
  ]),
  list("sources", "title", { isOrdered: false }, [
    { name: "title", kind: "line" },
    { name: "address", kind: "address" },
  ]),
  { name: "dataNote", kind: "text" },
  { name: "closing", kind: "choice", options: closings, nullable: true },
  { name: "closingReason", kind: "text" },
  { name: "closingSuccessor", kind: "line" },
];

const planSpecs: Named<PlanFields>[] = [
  { name: "vision", kind: "text" },
  list("focusAreas", "focusArea", { isOrdered: true }, [
    { name: "focusArea", kind: "framework", options: "focusAreas", nullable: false },
    { name: "ownLabel", kind: "line" },
  ]),
  list("strategicTargets", "text", { isOrdered: false }, [
    { name: "text", kind: "text" },
    { name: "measure", kind: "line" },
    { name: "unit", kind: "line" },
    { name: "baseline", kind: "number" },
    { name: "value", kind: "number" },
    { name: "dueOn", kind: "date" },
  ]),
  list("sources", "title", { isOrdered: false }, [
    { name: "title", kind: "line" },
    { name: "address", kind: "address" },
  ]),
];

/** The fields of each kind of record, in the order in which people read them. */
export const fieldSpecs: Record<RecordKind, FieldSpec[]> = {
  plan: planSpecs,
  project: projectSpecs,
};

/** The spec of a field by name; throws for a name that no record of the kind has. */
export function getFieldSpec(kind: RecordKind, name: string): FieldSpec {
  const spec = fieldSpecs[kind].find((candidate) => candidate.name === name);
  if (!spec) throw new Error(`A ${kind} has no field ${name}`);
  return spec;
}

function list<N extends string>(
  name: N,
  namedBy: string,
  { isOrdered }: { isOrdered: boolean },
  item: ItemFieldSpec[],
) {
  return { name, kind: "list" as const, namedBy, isOrdered, item };
}
