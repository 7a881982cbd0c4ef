import { useLocale, useTranslations } from "next-intl";
import { anyCountryNameIn } from "@/lib/domain/language/country-name";
import type { OfferedName } from "@/lib/queries/organisation/partner-names";
import { LeaveForm, MatchForm } from "./name-forms";

/** Shows partners' names that mean no organisation, each with what can be done with it. */
export function OfferedNames({
  names,
  listId,
  mayLeave,
}: {
  names: OfferedName[];
  /** The list of organisations' names from which fields choose. */
  listId: string;
  mayLeave: boolean;
}) {
  const t = useTranslations("organisations");
  const locale = useLocale();
  return (
    <ul className="flex flex-col">
      {names.map(({ key, name, countryCode, projects, example }) => {
        const countryName = anyCountryNameIn(locale, countryCode);
        const make = new URLSearchParams({ name, country: countryCode });
        return (
          <li
            key={`${key} ${countryCode}`}
            className="flex flex-col gap-3 border-line border-t py-4"
          >
            <h3 className="font-semibold [overflow-wrap:anywhere]">
              {name} <span className="font-normal text-muted">({countryName})</span>
            </h3>
            <p className="max-w-text text-small">
              {t.rich("named", {
                count: projects,
                example: example.title || t("noTitle"),
                link: (words) => <a href={example.href}>{words}</a>,
              })}
            </p>
            <MatchForm name={name} within={countryCode} countryName={countryName} listId={listId} />
            <div className="flex flex-wrap items-center gap-x-6">
              <a
                href={`/office/organisations/make?${make}`}
                className="inline-flex min-h-11 items-center"
              >
                {t("makeThis")} <span className="sr-only">{name}</span>
              </a>
              {mayLeave && <LeaveForm name={name} within={countryCode} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
