import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { MeantOrganisation, type Organisation } from "@/components/public/shared/organisation";
import { Section } from "@/components/public/shared/section";
import { PlainTable } from "@/components/ui/plain-table";
import type { ProjectFields } from "@/lib/domain/record/project";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

/**
 * Shows the partners of a project as it names them, with the organisation that is meant, kind, country and role; a name
 * links to the partner's page.
 */
export function Partners({
  context,
  partners,
  slugs,
  organisations,
  since,
}: {
  context: PageContext;
  partners: ProjectFields["partners"];
  /** The slugs of partners that have a page, by id. */
  slugs: Map<string, string>;
  /** What the names of partners mean, by id. */
  organisations: Record<string, Organisation>;
  since: Day | null;
}) {
  const t = useTranslations("public.project");
  if (partners.length === 0) return null;
  return (
    <Section title={t("partners")} since={since}>
      <ul className="flex max-w-text list-disc flex-col gap-1 pl-5">
        {partners.map((partner) => (
          <li key={partner.id}>
            <PartnerName context={context} name={partner.name} slug={slugs.get(partner.id)} />
            <Meant partner={partner} organisation={organisations[partner.id]} />
            {partner.role && (
              <span className="text-muted">
                {" "}
                – <Content>{partner.role}</Content>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Shows what is meant by a partner's name; of a name that means no organisation the kind that the city states. */
function Meant({
  partner: { name, kind },
  organisation,
}: {
  partner: ProjectFields["partners"][number];
  organisation: Organisation | undefined;
}) {
  const t = useTranslations("choices.partnerKind");
  if (organisation) return <MeantOrganisation name={name} organisation={organisation} />;
  return kind && <span className="text-muted"> ({t(kind)})</span>;
}

/** Shows a partner by name, with a link to its page if it has one. */
export function PartnerName({
  context,
  name,
  slug,
}: {
  context: PageContext;
  name: string;
  slug: string | undefined;
}) {
  if (slug === undefined) return <Content>{name}</Content>;
  return (
    <a href={addressOf(context, `/partners/${slug}`)}>
      <Content>{name}</Content>
    </a>
  );
}

/** Shows the support that a project needs: open, or met and by whom. */
export function SupportNeeded({
  supportNeeded,
  since,
}: {
  supportNeeded: ProjectFields["supportNeeded"];
  since: Day | null;
}) {
  const t = useTranslations("public.project");
  const kind = useTranslations("choices.supportKind");
  if (supportNeeded.length === 0) return null;
  return (
    <Section title={t("support")} id="support" since={since}>
      <PlainTable
        label={t("support")}
        columns={[{ header: t("need") }, { header: t("kind") }, { header: t("state") }]}
        rows={supportNeeded.map((item) => ({
          key: item.id,
          cells: [
            <Content key="text">{item.text}</Content>,
            kind(item.kind),
            <Met key="met" item={item} />,
          ],
        }))}
      />
    </Section>
  );
}

function Met({ item }: { item: ProjectFields["supportNeeded"][number] }) {
  const t = useTranslations("public.project");
  const metBy = item.metBy ? t("supportMetBy", { name: item.metBy }) : t("supportMet");
  return (
    <span>
      <span aria-hidden="true" className="mr-1.5">
        {item.isMet ? "●" : "○"}
      </span>
      {item.isMet ? metBy : t("supportOpen")}
    </span>
  );
}
