import * as z from "zod";
import { confidences } from "@/lib/domain/assessment/assessment";
import { day } from "@/lib/domain/values/day";
import { line, text, webAddress } from "@/lib/domain/values/text";

const isWritten = (words: string) => words !== "";

/** Why somebody refuses, corrects or withdraws an assessment. */
export const reason = text(600).refine(isWritten, "missing");

/** What an assessment says, as a form of the secretariat sends it. */
export const assessmentFields = {
  outcome: z.string(),
  why: text(600).refine(isWritten, "missing"),
  sourceTitle: line(300).refine(isWritten, "missing"),
  sourceAddress: webAddress.refine(isWritten, "missing"),
  /** Empty where the document has no pages. */
  page: z
    .union([z.literal(""), z.coerce.number().int().min(1).max(10_000)], { error: "whole_number" })
    .default("")
    .transform((page) => (page === "" ? null : page)),
  confidence: z.enum(confidences),
  knownOn: day,
};
