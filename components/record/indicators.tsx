import { useLocale, useTranslations } from "next-intl";
import { type Reading, ReadingText } from "@/components/record/diff-value";
import type { Item } from "@/lib/domain/item";

/** What is measured, with every value there is, for reading. */
export function Indicators({ id, label, items }: { id: string; label: string; items: Item[] }) {
  const t = useTranslations("office.record");
  const locale = useLocale();
  return (
    <section id={id} tabIndex={-1} aria-labelledby={`${id}-label`} className="flex flex-col gap-2">
      <h3 id={`${id}-label`} className="font-semibold">
        {label}
      </h3>
      <p className="text-muted text-small">{t("noteOnIndicators")}</p>
      {items.length === 0 && <p className="text-muted">{t("noIndicators")}</p>}
      <ul className="flex flex-col gap-3">
        {items.map((item) => (
          <li key={item.id} className="border-line border-l-2 pl-3">
            <p>{[item["name"], item["unit"]].filter(Boolean).join(", ")}</p>
            {item["target"] !== null && (
              <p>{t("indicatorTarget", { target: Number(item["target"]) })}</p>
            )}
            <ul className="tabular-nums text-small">
              {(item["readings"] as Reading[]).map((reading) => (
                <li key={reading.id}>
                  <ReadingText reading={reading} locale={locale} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
