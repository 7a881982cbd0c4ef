import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EntryText } from "@/components/record/history/timeline";
import type { TimelineKind } from "@/lib/domain/history/timeline";
import { words as messages } from "../../messages/en/index";

/** The details of an entry of each kind, beside its ids. A new kind does not compile without its row here. */
const details: Record<TimelineKind, Record<string, unknown>> = {
  project_created: { title: "A bridge" },
  draft_edited: { fields: ["title", "stage"] },
  evidence_added: { file: "photo.jpg" },
  field_restored: { field: "title" },
  edition_restored: { number: 2, fields: ["title"] },
  submitted: { changedFields: 3 },
  confirmed: {},
  withdrawn: {},
  cleared: {},
  released: {},
  called_back: {},
  claimed: {},
  given_back: {},
  handed_over: { toId: "a person" },
  clarification_asked: { reason: "Since when?" },
  held: { reason: "The ministry looks at it." },
  scheduled: { publishAt: "2026-11-25T09:00:00.000Z" },
  published: { number: 2, hash: "0", bySubmitter: false },
  withheld: { reason: "A court asked.", notice: "Withheld for a while." },
  withholding_ended: {},
  corrected: { number: 2, hash: "0", text: "A letter" },
  commented: { text: "Thank you" },
  thread_opened: { field: "title", text: "Since when?" },
  thread_replied: { field: "title", text: "Since May" },
  thread_resolved: { field: "title" },
  thread_reopened: { field: "title" },
  suggestion_accepted: { field: "title" },
  suggestion_declined: { field: "title" },
  assessment_answered: { answer: "confirmed", outcome: "competitive-economy", reason: "" },
  assessment_written: { outcome: "competitive-economy" },
  assessment_corrected: { outcome: "competitive-economy", reason: "Misread." },
  assessment_withdrawn: { outcome: "competitive-economy", reason: "Misread." },
  evidence_rated: { claim: "completion", level: "limited" },
  imported: { number: 1, hash: "0", source: "the report of 2022" },
  report_created: { asOf: "2026-09-30", dueOn: "2026-08-31" },
  report_changed: { asOf: "2026-09-30", dueOn: "2026-08-31" },
  report_extended: { city: "Phuket", untilOn: "2026-09-10", reason: "The flood" },
  report_frozen: { number: 1, hash: "0" },
  organisation_made: { organisation: "jica", title: "JICA" },
  organisation_changed: {
    organisation: "jica",
    title: "JICA",
    before: { name: "Jica", kind: "government", countryCode: null },
    after: { name: "JICA", kind: "donor", countryCode: "JP" },
    added: ["The agency"],
    removed: ["J."],
  },
  organisations_merged: { organisation: "jica", title: "JICA", merged: "j", mergedName: "J." },
  partner_name_matched: { organisation: "jica", title: "JICA", written: "J.", within: "" },
  partner_name_left: { written: "The bank", within: "TH" },
  person_added: { role: "editor" },
  grant_added: { role: "editor" },
  grant_removed: { role: "editor" },
  person_deactivated: {},
  password_link_made: {},
  password_set: {},
  password_changed: {},
};

test.each(Object.entries(details))("an entry of the kind %s is told in words", (kind, detail) => {
  const entry = {
    id: kind,
    at: new Date(0),
    kind: kind as TimelineKind,
    detail,
    byId: null,
    byName: "The reviewer",
  };
  const troubles: string[] = [];
  const props = {
    locale: "en",
    timeZone: "UTC",
    messages,
    onError: (error: Error) => troubles.push(error.message),
    children: createElement(EntryText, { entry }),
  };
  const html = renderToStaticMarkup(createElement(NextIntlClientProvider, props));
  expect(troubles).toEqual([]);
  expect(html).not.toContain(`timeline.kind.${kind}`);
  expect(html).not.toContain("undefined");
  if (kind !== "imported") expect(html).toContain("The reviewer");
});
