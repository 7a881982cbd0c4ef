import { useTranslations } from "next-intl";
import { GrantText } from "@/components/people/grant-text";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { Role } from "@/lib/domain/people/roles";
import { toDay } from "@/lib/domain/values/day";

type Grant = {
  id: string;
  role: Role;
  isAlternate: boolean;
  city: { name: string } | null;
  country: { name: string } | null;
  grantedAt: Date;
  grantedBy: { name: string } | null;
  removedAt: Date | null;
  removedBy: { name: string } | null;
  handedFrom: { person: { name: string } } | null;
};

/** Shows the current and former roles of a person: since when, until when, and who granted them. */
export function GrantHistory({
  grants,
  locale,
  removal,
}: {
  grants: Grant[];
  locale: string;
  /** The control to remove a current grant; its name is for screen readers. */
  removal: (grant: Grant, name: string) => React.ReactNode;
}) {
  const t = useTranslations("people.grants");
  const roles = useTranslations("choices.role");
  if (grants.length === 0) return <p className="text-muted">{t("none")}</p>;
  const day = (at: Date) => formatPartialDate(toDay(at), locale);
  const by = (person: { name: string } | null) =>
    person ? t("by", { name: person.name }) : t("bySetup");
  return (
    <ul className="flex max-w-text flex-col">
      {grants.map((grant) => (
        <li
          key={grant.id}
          className="flex flex-wrap items-center justify-between gap-3 border-line border-b py-3"
        >
          <div>
            <p className={grant.removedAt ? "text-muted" : "font-semibold"}>
              <GrantText grant={grant} />
            </p>
            <p className="text-muted text-small">
              {t("since", { day: day(grant.grantedAt), by: by(grant.grantedBy) })}
              {grant.removedAt &&
                ` ${t("until", { day: day(grant.removedAt), by: by(grant.removedBy) })}`}
              {grant.handedFrom && ` ${t("from", { name: grant.handedFrom.person.name })}`}
            </p>
          </div>
          {!grant.removedAt && removal(grant, roles(grant.role))}
        </li>
      ))}
    </ul>
  );
}
