import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { type Organisation, useCountryOf } from "@/components/public/shared/organisation";
import { nameKey } from "@/lib/domain/organisation/name";
import type { PageContext } from "@/lib/domain/site/page-context";

/** Shows kind, country and other names of an organisation. */
export function OrganisationFacts({
  context,
  organisation,
}: {
  context: PageContext;
  organisation: Organisation & { names: { name: string }[] };
}) {
  const t = useTranslations("partners");
  const kind = useTranslations("choices.partnerKind");
  const countryOf = useCountryOf();
  const own = nameKey(organisation.name);
  const others = [...new Set(organisation.names.map(({ name }) => name))].filter(
    (name) => nameKey(name) !== own,
  );
  const facts = [kind(organisation.kind), countryOf(organisation)].filter(Boolean);
  return (
    <>
      <p className="max-w-text">{facts.join(" · ")}</p>
      {others.length > 0 && (
        <p className="max-w-text">
          {t.rich("otherNames", {
            names: others.join(context.locale === "zh" ? "、" : ", "),
            org: (words) => <Content>{words}</Content>,
          })}
        </p>
      )}
    </>
  );
}
