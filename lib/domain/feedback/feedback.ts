import * as z from "zod";
import { locales } from "@/lib/domain/language/locale";
import type { FeedbackFor } from "@/lib/domain/people/policy";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import { isOnThisSite } from "@/lib/domain/site/same-site";
import { line, roleAddress, text } from "@/lib/domain/values/text";

/** What feedback can be about: the content of a page, its translation, or its accessibility. */
export const feedbackKinds = [
  "page",
  "translation",
  "accessibility",
] as const satisfies readonly FeedbackKind[];
export type FeedbackKind = FeedbackFor["kind"];

export const feedbackStates = ["new", "answered", "set_aside"] as const;
export type FeedbackState = (typeof feedbackStates)[number];

/**
 * The number of days for which the address of a sender is stored: after the feedback was answered or set aside, and in
 * any case.
 */
export const addressDays = { afterAnswer: 30, max: 180 };

/** The schema of the public feedback form, after the checks for robots. */
export const feedbackForm = z
  .object({
    kind: z.enum(feedbackKinds),
    /** The address of a public page without its language: "/cities/phuket"; "/" for the home page. */
    about: line(500).refine(isOnThisSite, "not_understood"),
    locale: z.enum(locales),
    text: text(4000).refine((words) => words !== "", "missing"),
    better: text(4000).default(""),
    email: roleAddress.default(""),
  })
  .superRefine(({ kind, better }, context) => {
    if (kind === "translation" && better === "")
      context.addIssue({ code: "custom", path: ["better"], message: "missing" });
  });

/**
 * Returns the slug of the city to which a page belongs: "/cities/phuket/projects/x", "/reports/2025/cities/phuket",
 * "/history/phuket". Null for other pages.
 */
export function citySlugOf(about: string): string | null {
  return /^\/(?:.*\/)?(?:cities|history)\/([a-z0-9-]+)/u.exec(about)?.[1] ?? null;
}

/** Returns the address of the public page that feedback is about, in the language in which it was read. */
export function pageOf({ locale, about }: { locale: string; about: string }): string {
  return `/${locale}${about === "/" ? "" : about}`;
}

/** Returns the address of the feedback form about this page, with the day as of which it was read. The form is such a page too. */
export function feedbackAddress(context: PageContext, path: string, kind?: FeedbackKind): string {
  const page = path.startsWith("/feedback?") ? "/feedback" : path || "/";
  const day = context.asOf === null ? "" : `${page.includes("?") ? "&" : "?"}asOf=${context.asOf}`;
  return addressOf({ ...context, asOf: null }, "/feedback", { about: `${page}${day}`, kind });
}

/** Returns true when a value is a kind of feedback. */
export function isFeedbackKind(value: unknown): value is FeedbackKind {
  return feedbackKinds.some((kind) => kind === value);
}
