import { getTranslations } from "next-intl/server";
import { CitationSection } from "@/components/public/edition/citation";
import { EditionTable } from "@/components/public/edition/table";
import { Frame } from "@/components/public/frame/frame";
import { JsonLd } from "@/components/public/frame/json-ld";
import { Section } from "@/components/public/shared/section";
import { SourceList } from "@/components/public/shared/source-list";
import { WithheldNotice } from "@/components/public/shared/withheld-notice";
import { PageHeader } from "@/components/ui/page-header";
import { editionLinkedData } from "@/lib/domain/site/linked-data";
import { addressOf, editionPath, type PageContext } from "@/lib/domain/site/page-context";
import type { EditionPage } from "@/lib/queries/public/edition";
import { siteOrigin } from "@/lib/site/metadata";

/**
 * Shows the frame of one edition: its sources, its citation, and the record's other editions. While the record is
 * withheld, it shows only the notice.
 */
export async function EditionFrame({
  context,
  found,
  number,
  children,
}: {
  context: PageContext;
  found: EditionPage;
  number: string;
  children?: React.ReactNode;
}) {
  const { place } = found;
  const t = await getTranslations();
  const path = editionPath(place, Number(number));
  if (found.withheld) {
    return (
      <Frame context={context} path={path} days={null}>
        <PageHeader
          path={[{ href: addressOf(context, `/cities/${place.citySlug}`), label: place.cityName }]}
          title={t(place.kind === "plan" ? "public.withheld.plan" : "public.withheld.project", {
            city: place.cityName,
          })}
        />
        <WithheldNotice withheld={found.withheld} locale={context.locale} />
      </Frame>
    );
  }
  const { edition, content, editions } = found;
  const { sources } = content.fields;
  const origin = siteOrigin();
  const title =
    content.kind === "project"
      ? content.fields.title
      : t("promises.cite.plan", { period: place.slug.replace("-", "–") });
  const recordPage =
    place.kind === "plan"
      ? `/cities/${place.citySlug}`
      : `/cities/${place.citySlug}/projects/${place.slug}`;
  return (
    <Frame context={context} path={path} days={null}>
      {children}
      <Section title={t("public.provenance.sources")} id="sources">
        <SourceList sources={sources} />
      </Section>
      <CitationSection
        context={context}
        record={place}
        {...(content.kind === "project" && { title })}
        edition={edition}
        origin={origin}
      />
      <Section title={t("public.project.history")} id="editions">
        <EditionTable context={context} path={recordPage} editions={editions} />
      </Section>
      <JsonLd
        data={editionLinkedData(
          {
            ...place,
            title,
            description: t("promises.cite.data", {
              title,
              number: edition.number,
              asOf: edition.effectiveOn,
            }),
            edition,
            sources,
            dataPath:
              place.kind === "plan"
                ? `/api/v1/cities/${place.citySlug}`
                : `/api/v1/projects/${found.recordId}/editions`,
          },
          { ...place, slug: place.citySlug, name: place.cityName },
          context,
          { name: t("public.frame.name"), origin },
        )}
      />
    </Frame>
  );
}
