import { getTranslations } from "next-intl/server";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { AnswerStatus } from "@/components/public/frame/answer-status";
import { Frame } from "@/components/public/frame/frame";
import { FoundProjects } from "@/components/public/lists/found-projects";
import { ProjectFilterForm } from "@/components/public/lists/project-filter-form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { listNetworkDays } from "@/lib/queries/public/as-of";
import { readProjectList } from "@/lib/site/project-list";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const generateMetadata = pageMetadata(async () => {
  const t = await getTranslations("public.projects");
  return {
    path: "/projects",
    title: t("title"),
    description: t("description"),
  };
});

/** Shows the projects that match the filters in the address, in its order, with pages. */
export default publicPage(async ({ context, firstDay, query }) => {
  const t = await getTranslations("public.projects");
  const { choices, found, unknown } = await readProjectList(context, query);
  const { cursor, ...typed } = query;
  return (
    <Frame
      context={context}
      path="/projects"
      query={query}
      firstDay={firstDay}
      days={await listNetworkDays()}
    >
      <PageHeader title={t("title")} />
      <ProjectFilterForm context={context} typed={typed} choices={choices} />
      {found ? (
        <FoundProjects
          context={context}
          typed={typed}
          isFirst={cursor === undefined}
          areas={choices.areas}
          found={found}
        />
      ) : (
        <Notice tone="warning">
          <AnswerStatus status={400} />
          <p>{t("unknown", { name: unknown })}</p>
        </Notice>
      )}
    </Frame>
  );
});
