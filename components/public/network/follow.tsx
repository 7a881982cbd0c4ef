import { useTranslations } from "next-intl";
import { Section } from "@/components/public/shared/section";

/** Shows ways to be notified of changes: a feed of everything or of one thing, and a calendar for a city. */
export function Follow({
  city,
  focusArea,
  outcome,
}: {
  city?: string | undefined;
  focusArea?: string | undefined;
  outcome?: string | undefined;
}) {
  const t = useTranslations("public.follow");
  const [filter] = Object.entries({ city, focusArea, outcome }).filter(([, slug]) => slug);
  const query = filter ? `?${filter.join("=")}` : "";
  return (
    <div className="print:hidden">
      <Section title={t("title")}>
        <ul className="flex max-w-text list-disc flex-col gap-1 pl-5">
          <li>
            <a href={`/api/v1/changes.atom${query}`}>{t("feed")}</a>
          </li>
          {city && (
            <li>
              <a href={`/api/v1/due.ics${query}`}>{t("calendar")}</a>
            </li>
          )}
        </ul>
      </Section>
    </div>
  );
}
