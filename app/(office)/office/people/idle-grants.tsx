import { useTranslations } from "next-intl";
import { HandOverForm } from "@/app/(office)/office/people/hand-over-form";
import { formatPartialDate } from "@/components/ui/partial-date";
import { toDay } from "@/lib/domain/values/day";
import type { IdleGrant } from "@/lib/queries/people/idle-grants";

/** Shows the roles of people who have been away for long, each with a form to hand it over. */
export function IdleGrants({ grants, locale }: { grants: IdleGrant[]; locale: string }) {
  const t = useTranslations("notices.idle");
  const roles = useTranslations("choices.role");
  return (
    <section aria-labelledby="idle" className="flex flex-col gap-2">
      <h2 id="idle" className="font-bold text-h2">
        {t("title")} ({grants.length})
      </h2>
      <p className="max-w-text">{t("what")}</p>
      <ul>
        {grants.map(({ id, role, city, country, personId, name, lastSeenAt, candidates }) => {
          const place = city ?? country;
          const held = place ? `${roles(role)}, ${place}` : roles(role);
          return (
            <li
              key={id}
              className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 border-line border-b py-3"
            >
              <div className="min-w-0">
                <p className="font-semibold">{held}</p>
                <a href={`/office/people/${personId}`} className="inline-block py-2.5">
                  {name}
                </a>
                <p className="text-muted text-small">
                  {lastSeenAt
                    ? t("seen", { day: formatPartialDate(toDay(lastSeenAt), locale) })
                    : t("never")}
                </p>
              </div>
              <HandOverForm grantId={id} held={held} name={name} candidates={candidates} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
