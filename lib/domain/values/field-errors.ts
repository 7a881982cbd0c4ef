import type * as z from "zod";
import type { ErrorKey, FieldError } from "@/lib/domain/values/field-error";

/**
 * Returns zod's errors in the form that a form shows: field path ("email", "milestones.3.dueOn") → keys of messages
 * `errors`. Our own rules give their key as the message; zod's own errors are mapped to keys here.
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

/** Returns the values that the message of an error takes (messages `errors.field`). */
export function valuesOfError({
  limit = 0,
  character = "",
  after = "",
  rows = "",
}: Omit<FieldError, "key">) {
  return { limit, character, after, rows, at: after === "" ? "start" : "within" };
}

/** Returns the key that one of our own rules gives as its message. */
export function ruleOf({ message }: z.core.$ZodIssue): ErrorKey {
  // tests/unit/message-use.test.ts checks that every rule gives a key that exists.
  return message as ErrorKey;
}
