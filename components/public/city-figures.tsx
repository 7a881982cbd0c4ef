import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/public/section";
import { PlainTable } from "@/components/ui/plain-table";

type Figure = {
  kind: "population" | "land_area_km2" | "density_per_km2";
  value: number;
  year: number | null;
  boundaryNote: string | null;
  source: string;
};

/** Figures about a city, each with its year, what boundary it holds for, and who states it: boundaries move. */
export function CityFigures({ figures, note }: { figures: Figure[]; note: string | null }) {
  const t = useTranslations("public.city");
  const format = useFormatter();
  if (figures.length === 0 && !note) return null;
  return (
    <Section title={t("profile")}>
      {figures.length > 0 && (
        <PlainTable
          label={t("profile")}
          columns={[
            { header: t("figure") },
            { header: t("figureValue"), align: "end" },
            { header: t("year"), align: "end" },
            { header: t("boundary"), isWide: true },
            { header: t("source"), isWide: true },
          ]}
          rows={figures.map((figure, index) => ({
            key: String(index),
            cells: [
              <span key="kind" className="flex flex-col">
                {t(figure.kind)}
                <span className="text-muted text-small sm:hidden">
                  {figure.boundaryNote} <Source source={figure.source} word={t("source")} />
                </span>
              </span>,
              format.number(figure.value, { maximumFractionDigits: 1 }),
              figure.year === null ? t("yearNotStated") : String(figure.year),
              figure.boundaryNote,
              <Source key="source" source={figure.source} word={t("source")} />,
            ],
          }))}
        />
      )}
      {note && <p className="max-w-text text-small">{note}</p>}
    </Section>
  );
}

/** A source is a web address or a few words. */
function Source({ source, word }: { source: string; word: string }) {
  if (!/^https?:\/\//u.test(source)) return source;
  return (
    <a href={source}>
      {word} ({new URL(source).hostname.replace(/^www\./u, "")})
    </a>
  );
}
