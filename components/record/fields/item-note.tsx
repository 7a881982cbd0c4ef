import { useLocale, useTranslations } from "next-intl";
import { useMeantPartner } from "@/components/record/fields/partner-names";
import { formatAmount } from "@/components/record/shared/amount";
import { useSurroundings } from "@/components/record/shared/surroundings";
import { formatIfDate } from "@/components/ui/partial-date";
import { type BudgetLine, dollarsOf } from "@/lib/domain/progress/budget";
import type { PlanFields } from "@/lib/domain/record/plan";
import { missingToMeasure } from "@/lib/domain/record/target";
import type { Item } from "@/lib/domain/values/item";
import { farApartKm, kmBetween, pointOf } from "@/lib/domain/values/place";

/** Shows a note computed from an entry below it, while it is typed. */
export function ItemNote({ list, item }: { list: string; item: Item }) {
  // The entries of each list have the type of its schema, although they may not be valid yet.
  switch (list) {
    case "budget":
      return <InDollars line={item as BudgetLine} />;
    case "strategicTargets":
      return <Measurable target={item as PlanFields["strategicTargets"][number]} />;
    case "partners":
      return <Meant name={String(item["name"] ?? "")} />;
    case "locations":
      return (
        <DistanceNote location={{ latitude: item["latitude"], longitude: item["longitude"] }} />
      );
    default:
      return null;
  }
}

function InDollars({ line }: { line: BudgetLine }) {
  const t = useTranslations("record.budget");
  const locale = useLocale();
  const dollars = dollarsOf(line);
  if (dollars === null || !line.currency || !line.perDollar) return null;
  return (
    <Note>
      {t("inDollars", {
        amount: formatAmount(dollars, "USD", locale),
        rate: formatAmount(line.perDollar, line.currency, locale),
        date: formatIfDate(line.perDollarOn, locale) ?? "none",
      })}
    </Note>
  );
}

function Meant({ name }: { name: string }) {
  const meant = useMeantPartner(name);
  return meant && <Note>{meant}</Note>;
}

function Measurable({ target }: { target: PlanFields["strategicTargets"][number] }) {
  const t = useTranslations("record.target");
  const labels = useTranslations("fields.items.strategicTargets");
  const locale = useLocale();
  const missing = missingToMeasure(target).map((part) => labels(part).toLocaleLowerCase(locale));
  if (missing.length === 0) return <Note>{t("measurable")}</Note>;
  const list = new Intl.ListFormat(locale === "en" ? "en-GB" : locale).format(missing);
  return <Note>{t("missing", { list })}</Note>;
}

function DistanceNote({ location }: { location: { latitude: unknown; longitude: unknown } }) {
  const t = useTranslations("record.location");
  const { city } = useSurroundings();
  const point = pointOf(location);
  if (!point) return null;
  const distanceKm = Math.round(kmBetween(city, point));
  if (distanceKm <= farApartKm) return null;
  return <Note>{t("far", { distanceKm, city: city.name })}</Note>;
}

function Note({ children }: { children: React.ReactNode }) {
  return <p className="border-accent border-l-4 bg-accent-wash px-3 py-2 text-small">{children}</p>;
}
