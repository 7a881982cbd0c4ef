import type * as z from "zod";
import type { ErrorKey, FieldError } from "@/lib/domain/values/field-error";

/**
 * Returns what zod found, as errors a form can show: field path ("email", "milestones.3.dueOn") → keys of messages
 * `errors`. Rules of ours name their key as the message; zod's own are mapped here.
 */
export function toFieldErrors(error: z.ZodError): Record<string, FieldError[]> {
  const fields: Record<string, FieldError[]> = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".") || "form";
    fields[path] = [...(fields[path] ?? []), toFieldError(issue)];
  }
  return fields;
}

function toFieldError(issue: z.core.$ZodIssue): FieldError {
  if (issue.code === "custom") {
    const { limit, character, after } = issue.params ?? {};
    return {
      key: ruleOf(issue),
      ...(typeof limit === "number" && { limit }),
      ...(typeof character === "string" && typeof after === "string" && { character, after }),
    };
  }
  if (issue.code === "too_big" && issue.origin === "array") return { key: ruleOf(issue) };
  if (issue.code === "too_big" && issue.origin === "string")
    return { key: "too_long", limit: Number(issue.maximum) };
  if (issue.code === "too_big") return { key: "number_high", limit: Number(issue.maximum) };
  if (issue.code === "too_small" && issue.origin === "string") return { key: "missing" };
  if (issue.code === "too_small") return { key: "number_low", limit: Number(issue.minimum) };
  if (issue.code === "invalid_format" && issue.format === "email") return { key: "email" };
  if (issue.code === "invalid_union") return { key: ruleOf(issue) };
  if (issue.code === "invalid_type" && issue.expected === "number") return { key: "number" };
  if (issue.code === "invalid_type" && issue.expected === "int") return { key: "whole_number" };
  if (issue.code === "invalid_value") return { key: "unknown_choice" };
  return { key: "not_understood" };
}

/** Returns what the sentence about an error names (messages `errors.field`). */
export function valuesOfError({ limit = 0, character = "", after = "" }: Omit<FieldError, "key">) {
  return { limit, character, after, at: after === "" ? "start" : "within" };
}

/** Returns the key that a rule of ours names as its message. */
export function ruleOf({ message }: z.core.$ZodIssue): ErrorKey {
  // tests/unit/message-use.test.ts holds every rule to a key that there is.
  return message as ErrorKey;
}
