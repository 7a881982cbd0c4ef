import { emptyPlan, type PlanFields } from "@/lib/domain/record/plan";
import { emptyProject, type ProjectFields } from "@/lib/domain/record/project";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { fieldSchemas } from "@/lib/domain/record/schemas";

export type FieldsOf<K extends RecordKind> = K extends "plan" ? PlanFields : ProjectFields;

/** The fields of any record, for code that treats them alike. */
export type RecordFields = PlanFields | ProjectFields;

/** Returns the fields of an empty record. */
export function emptyFields(kind: RecordKind): RecordFields {
  return kind === "plan" ? emptyPlan : emptyProject("");
}

/** Parses stored JSON as the fields of a record; throws for anything else. */
export function parseFields<K extends RecordKind>(kind: K, json: unknown): FieldsOf<K> {
  return fieldSchemas[kind].parse(json) as FieldsOf<K>;
}
