import { useLocale, useTranslations } from "next-intl";
import { useOrganisationChanges } from "@/components/record/history/organisation-changes";
import { useFieldWords } from "@/components/record/shared/field-words";
import { Moment } from "@/components/ui/moment";
import { formatPartialDate } from "@/components/ui/partial-date";
import { fieldsOf, type ListedEntry } from "@/lib/domain/history/timeline-groups";
import { hasMessage } from "@/lib/domain/language/messages";

/** Shows the latest entries of a record's history, newest first. */
export function Timeline({
  entries,
  isWhole,
  allPath,
  timeZone,
}: {
  entries: ListedEntry[];
  /** False when older entries were left out. */
  isWhole: boolean;
  /** The address of the whole history, with what each change changed. */
  allPath: string;
  timeZone: string;
}) {
  const t = useTranslations("timeline");
  return (
    <section
      id="history"
      aria-labelledby="history-title"
      className="flex max-w-text flex-col gap-4 border-line border-t py-8"
    >
      <h2 id="history-title" className="font-bold text-h2">
        {t("title")}
      </h2>
      {entries.length === 0 && <p>{t("empty")}</p>}
      <EntryList entries={entries} timeZone={timeZone} />
      {!isWhole && <p className="text-muted">{t("older")}</p>}
      <p>
        <a href={allPath} className="inline-block py-2">
          {t("showAll")}
        </a>
      </p>
    </section>
  );
}

/** Shows entries with their times, in the given order. */
export function EntryList({ entries, timeZone }: { entries: ListedEntry[]; timeZone: string }) {
  const locale = useLocale();
  return (
    <ol className="flex max-w-text flex-col gap-3">
      {entries.map((entry) => (
        <li key={entry.id} className="border-line border-l-2 pl-3">
          <p className="text-muted text-small">
            <Moment at={entry.at} timeZone={timeZone} locale={locale} />
          </p>
          <EntryText entry={entry} />
        </li>
      ))}
    </ol>
  );
}

/** Shows one entry as a sentence, with its text below. */
export function EntryText({ entry }: { entry: ListedEntry }) {
  const t = useTranslations("timeline");
  const sentence = useSentence();
  const said = entry.detail["reason"] ?? entry.detail["text"];
  return (
    <>
      <p>{sentence(entry, entry.byName ?? t("tracker"))}</p>
      {typeof said === "string" && said !== "" && (
        <blockquote className="whitespace-pre-wrap text-muted">{said}</blockquote>
      )}
    </>
  );
}

function useSentence() {
  const t = useTranslations("timeline.kind");
  const words = useFieldWords();
  const roles = useTranslations("choices.role");
  const levels = useTranslations("choices.evidenceLevel");
  const changesIn = useOrganisationChanges();
  const locale = useLocale();
  return (entry: ListedEntry, name: string): string => {
    const { kind, detail } = entry;
    const number = Number(detail["number"]);
    const day = (key: string) => formatPartialDate(String(detail[key]), locale);
    switch (kind) {
      case "project_created":
        return t(kind, { name, title: String(detail["title"]) });
      case "draft_edited": {
        const fields = fieldsOf(entry).map((field) => words(field));
        const list = new Intl.ListFormat(locale === "en" ? "en-GB" : locale);
        return t(kind, { name, fields: list.format(fields) });
      }
      case "evidence_added":
        return t(kind, { name, file: String(detail["file"]) });
      case "submitted":
        return t(kind, { name, count: Number(detail["changedFields"]) });
      case "published":
        return t(detail["bySubmitter"] === true ? "publishedBySubmitter" : kind, { name, number });
      case "imported":
        return t(kind, { number, source: String(detail["source"]) });
      case "evidence_rated":
        return t(kind, {
          name,
          claim: String(detail["claim"]),
          level: wordOf(levels, detail["level"]),
        });
      case "assessment_answered":
        return t(kind, { name, answer: String(detail["answer"]) });
      case "thread_opened":
      case "thread_replied":
      case "thread_resolved":
      case "thread_reopened":
      case "suggestion_accepted":
      case "suggestion_declined":
      case "field_restored":
        return t(kind, { name, field: words(String(detail["field"])) });
      case "edition_restored":
        return t(kind, { name, number });
      case "grant_added":
      case "grant_removed":
        return t(kind, { name, role: wordOf(roles, detail["role"]) });
      case "report_created":
      case "report_changed":
        return t(kind, { name, asOf: day("asOf"), dueOn: day("dueOn") });
      case "report_extended":
        return t(kind, { name, city: String(detail["city"]), untilOn: day("untilOn") });
      case "report_frozen":
        return t(kind, { name, number });
      case "organisation_made":
        return t(kind, { name, title: String(detail["title"]) });
      case "organisation_changed":
        return t(kind, { name, title: String(detail["title"]), changes: changesIn(detail) });
      case "organisations_merged":
        return t(kind, {
          name,
          title: String(detail["title"]),
          merged: String(detail["mergedName"]),
        });
      case "partner_name_matched":
        return t(kind, {
          name,
          title: String(detail["title"]),
          written: String(detail["written"]),
          within: String(detail["within"]) || "none",
        });
      case "partner_name_left":
        return t(kind, {
          name,
          written: String(detail["written"]),
          within: String(detail["within"]),
        });
      default:
        return t(kind, { name });
    }
  };
}

/** Returns the label of an option of a closed list; one without a label is its own. */
function wordOf<K extends string>(
  t: ((key: K) => string) & { has: (key: K) => boolean },
  said: unknown,
): string {
  const key = String(said);
  return hasMessage(t, key) ? t(key) : key;
}
