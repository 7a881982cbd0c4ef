import { getFormatter, getTranslations } from "next-intl/server";
import { cache } from "react";
import { embedMetadata } from "@/app/(embed)/embed-metadata";
import { publicPage } from "@/app/(public)/public-page";
import { EmbedCard } from "@/components/public/network/embed-card";
import { OriginMark } from "@/components/public/shared/origin";
import { inReaderLanguage } from "@/components/public/shared/reader-language";
import { ScheduleBadge, StageBadge } from "@/components/record/shared/stage-badge";
import { formatPartialDate } from "@/components/ui/partial-date";
import { progressOf } from "@/lib/domain/progress/progress";
import { nextMilestone } from "@/lib/domain/record/project";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import { findProject, type PublicProject } from "@/lib/queries/public/project";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

type Path = { city: string; project: string };

const getProject = cache(findProject);

export const generateMetadata = embedMetadata<Path>(async ({ context, city, project }) => {
  const found = await getProject(city, project, null);
  return found?.project ? inReaderLanguage(context.locale, found.project.fields).title : null;
});

/** Shows the state of a project, as a card in a frame on another site. */
export default publicPage<Path>(async ({ context, city, project: slug }) => {
  const found = await getProject(city, slug, null);
  if (!found?.project) return null;
  const fields = inReaderLanguage(context.locale, found.project.fields);
  return (
    <EmbedCard
      href={addressOf(context, `/cities/${city}/projects/${slug}`)}
      title={fields.title}
      lead={found.cityName}
    >
      <p className="flex flex-wrap gap-x-5">
        <StageBadge stage={fields.stage} />
        {fields.schedule && <ScheduleBadge schedule={fields.schedule} />}
      </p>
      <Facts context={context} project={found.project} />
    </EmbedCard>
  );
});

async function Facts({
  context,
  project: { fields, edition },
}: {
  context: PageContext;
  project: NonNullable<PublicProject["project"]>;
}) {
  const t = await getTranslations();
  const format = await getFormatter();
  const progress = progressOf(fields.milestones);
  const next = nextMilestone(fields.milestones);
  const day = (date: string) => formatPartialDate(date, context.locale);
  return (
    <ul className="text-small">
      {progress && (
        <li>
          {t("embed.progress", {
            percent: format.number(progress.percent, { maximumFractionDigits: 0 }),
          })}
        </li>
      )}
      {next?.dueOn && <li>{t("embed.next", { milestone: next.title, day: day(next.dueOn) })}</li>}
      <li>
        {t("public.asOf.banner", { date: day(edition.effectiveOn) })} ·{" "}
        <OriginMark origin={edition.origin} />
      </li>
    </ul>
  );
}
