import { useTranslations } from "next-intl";
import { formatPartialDate } from "@/components/ui/partial-date";
import { fieldSpecs } from "@/lib/domain/record/fields";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { Day } from "@/lib/domain/values/day";

const wordy = new Set(["line", "text", "markdown", "list"]);

/** Shows which texts and lists of a submission equal those of earlier editions, and since which edition. */
export function SameAsBefore({
  kind,
  since,
  locale,
}: {
  kind: RecordKind;
  /** The day since which each unchanged field has its value, by field name. */
  since: Record<string, Day>;
  locale: string;
}) {
  const t = useTranslations("progress.same");
  const fields = useTranslations("fields");
  const same = fieldSpecs[kind].filter((spec) => wordy.has(spec.kind) && since[spec.name]);
  if (same.length === 0) return null;
  const days = [...new Set(same.map((spec) => since[spec.name] ?? ""))].sort();
  const list = new Intl.ListFormat(locale === "en" ? "en-GB" : locale);
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-bold text-h2">{t("title")}</h2>
      <dl className="flex max-w-text flex-col gap-2">
        {days.map((day) => (
          <div key={day}>
            <dt className="font-semibold">{t("asOn", { day: formatPartialDate(day, locale) })}</dt>
            <dd>
              {list.format(
                same.filter((spec) => since[spec.name] === day).map((spec) => fields(spec.name)),
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
