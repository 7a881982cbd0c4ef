import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import { fieldsOf, type ToldEntry } from "@/lib/domain/timeline-groups";

/** A record's history for people to read, newest first. */
export function Timeline({
  entries,
  isWhole,
  allPath,
  timeZone,
}: {
  entries: ToldEntry[];
  /** False when older entries were left out; `allPath` then leads to all of them. */
  isWhole: boolean;
  allPath: string;
  timeZone: string;
}) {
  const t = useTranslations("timeline");
  const locale = useLocale();
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
      <ol className="flex flex-col gap-3">
        {entries.map((entry) => (
          <li key={entry.id} className="border-line border-l-2 pl-3">
            <p className="text-muted text-small">
              <Moment at={entry.at} timeZone={timeZone} locale={locale} />
            </p>
            <Told entry={entry} />
          </li>
        ))}
      </ol>
      {!isWhole && (
        <p>
          <a href={allPath} className="inline-block py-2">
            {t("showAll")}
          </a>
        </p>
      )}
    </section>
  );
}

/** One entry in a sentence, with what was said below it. */
function Told({ entry }: { entry: ToldEntry }) {
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
  const words = useTranslations("fields");
  const roles = useTranslations("choices.role");
  const locale = useLocale();
  return (entry: ToldEntry, name: string): string => {
    const { kind, detail } = entry;
    const number = Number(detail["number"]);
    switch (kind) {
      case "project_created":
        return t(kind, { name, title: String(detail["title"]) });
      case "draft_edited": {
        const fields = fieldsOf(entry).map((field) => words(field as never));
        const list = new Intl.ListFormat(locale === "en" ? "en-GB" : locale);
        return t(kind, { name, fields: list.format(fields) });
      }
      case "submitted":
        return t(kind, { name, count: Number(detail["changedFields"]) });
      case "published":
        return t(detail["bySubmitter"] === true ? "publishedBySubmitter" : kind, { name, number });
      case "imported":
        return t(kind, { number, source: String(detail["source"]) });
      case "grant_added":
      case "grant_removed":
        return t(kind, { name, role: roles(detail["role"] as never) });
      default:
        return t(t.has(kind) ? kind : "other", { name });
    }
  };
}
