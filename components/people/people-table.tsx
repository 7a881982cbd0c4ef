import { useTranslations } from "next-intl";
import { GrantText } from "@/components/people/grant-text";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { Role } from "@/lib/domain/people/roles";
import { toDay } from "@/lib/domain/values/day";

type Row = {
  id: string;
  name: string;
  email: string;
  deactivatedAt: Date | null;
  lastSeenAt: Date | null;
  hasPassword: boolean;
  grants: {
    id: string;
    role: Role;
    city: { name: string } | null;
    country: { name: string } | null;
  }[];
};

/** Shows people with their roles; on a narrow screen the roles stand below the name. */
export function PeopleTable({ people, locale }: { people: Row[]; locale: string }) {
  const t = useTranslations("people");
  if (people.length === 0) {
    return <p className="max-w-text rounded-box bg-wash px-4 py-6">{t("none")}</p>;
  }
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{t("title")}</caption>
      <thead className="border-line-strong border-b text-small">
        <tr>
          <th scope="col" className="py-2 pr-4 font-semibold">
            {t("column.name")}
          </th>
          <th scope="col" className="hidden py-2 pr-4 font-semibold md:table-cell">
            {t("column.roles")}
          </th>
          <th scope="col" className="hidden py-2 font-semibold md:table-cell">
            {t("column.seen")}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} className="border-line border-b align-top">
            <th scope="row" className="pt-1 pr-4 pb-3 font-normal">
              <a href={`/office/people/${person.id}`} className="inline-block py-2.5 font-semibold">
                {person.name}
              </a>
              <p className="text-muted text-small [overflow-wrap:anywhere]">{person.email}</p>
              <div className="md:hidden">
                <Grants grants={person.grants} />
                <p className="text-muted text-small">
                  {t("column.seen")}: <Seen person={person} locale={locale} />
                </p>
              </div>
            </th>
            <td className="hidden py-3.5 pr-4 md:table-cell">
              <Grants grants={person.grants} />
            </td>
            <td className="hidden py-3.5 md:table-cell">
              <Seen person={person} locale={locale} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Grants({ grants }: { grants: Row["grants"] }) {
  const t = useTranslations("people");
  if (grants.length === 0) return <p className="text-muted">{t("noRole")}</p>;
  return (
    <ul>
      {grants.map((grant) => (
        <li key={grant.id}>
          <GrantText grant={grant} />
        </li>
      ))}
    </ul>
  );
}

/** Shows in one phrase whether and when a person was last active. */
export function Seen({
  person,
  locale,
}: {
  person: Pick<Row, "deactivatedAt" | "lastSeenAt" | "hasPassword">;
  locale: string;
}) {
  const t = useTranslations("people.seen");
  if (person.deactivatedAt) {
    return t("deactivated", { day: formatPartialDate(toDay(person.deactivatedAt), locale) });
  }
  if (person.lastSeenAt) return formatPartialDate(toDay(person.lastSeenAt), locale);
  return t(person.hasPassword ? "never" : "noPassword");
}
