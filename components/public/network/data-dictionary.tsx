import { useTranslations } from "next-intl";
import { Section } from "@/components/public/shared/section";
import { PlainTable } from "@/components/ui/plain-table";
import type { DictionaryEntry } from "@/lib/domain/open-data/dictionary";

/** Shows what every column of every table means, a fold for each table. */
export function DictionarySection({
  tables,
  dictionary,
}: {
  tables: { name: string; meaning: string }[];
  dictionary: DictionaryEntry[];
}) {
  const t = useTranslations("openData.page");
  return (
    <Section title={t("dictionary")} id="dictionary">
      <p className="max-w-text">
        {t.rich("dictionaryText", {
          csv: (words) => <a href="/api/v1/dictionary">{words}</a>,
        })}
      </p>
      {tables.map(({ name, meaning }) => (
        <details key={name} id={name}>
          <summary className="min-h-11 cursor-pointer sm:min-h-0">
            <code>{name}</code> – {meaning}
          </summary>
          <p className="flex gap-4 py-2">
            {["csv", "xlsx"].map((ending) => (
              <a key={ending} href={`/api/v1/${name}.${ending}`}>
                {name}.{ending}
              </a>
            ))}
          </p>
          <PlainTable
            label={name}
            columns={[{ header: t("column") }, { header: t("type") }, { header: t("meaning") }]}
            rows={dictionary
              .filter((entry) => entry.table === name)
              .map((entry) => ({
                key: entry.column,
                cells: [
                  <code key="column">{entry.column}</code>,
                  [entry.type, entry.unit, entry.canBeEmpty ? t("canBeEmpty") : ""]
                    .filter(Boolean)
                    .join(", "),
                  <Meaning key="meaning" entry={entry} />,
                ],
              }))}
          />
        </details>
      ))}
    </Section>
  );
}

function Meaning({ entry: { meaning, choices, source } }: { entry: DictionaryEntry }) {
  return (
    <>
      {meaning}
      {choices.length > 0 && <code className="block text-small">{choices.join(" · ")}</code>}
      <span className="block text-muted text-small">{source}</span>
    </>
  );
}
