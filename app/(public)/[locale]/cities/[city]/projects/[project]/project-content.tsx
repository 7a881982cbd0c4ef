import { useTranslations } from "next-intl";
import { ProjectDetails } from "@/components/public/project/details";
import { ProjectFacts } from "@/components/public/project/facts";
import { ProjectPromiseSection } from "@/components/public/project/promise-section";
import { VerifiedClaims } from "@/components/public/project/verified-claims";
import { partnerSlugsOf } from "@/lib/domain/organisation/partner";
import { agesOf } from "@/lib/domain/progress/ages";
import { promisesOf, undatedOf } from "@/lib/domain/progress/promises";
import type { ProjectFields } from "@/lib/domain/record/project";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import type { PublicProject } from "@/lib/queries/public/project";
import { readDay } from "@/lib/site/open-page";
import type { namesInProject } from "@/lib/site/project-names";

/** Shows the content of a project's edition: facts, promises and details. */
export function ProjectContent({
  context,
  found,
  fields,
  names: { areaNames, outcomeNames, typeNames },
  assessments,
}: {
  context: PageContext;
  found: PublicProject & { project: NonNullable<PublicProject["project"]> };
  /** The fields in the reader's language. */
  fields: ProjectFields;
  names: Awaited<ReturnType<typeof namesInProject>>;
  assessments: React.ComponentProps<typeof ProjectDetails>["assessments"];
}) {
  const compare = useTranslations("compare");
  const { project, history, publicTitles } = found;
  const ages = agesOf(found.editions);
  const today = readDay(context);
  const promises = promisesOf(project.id, fields, history, today).map((promise) => ({
    ...promise,
    project: null,
  }));
  return (
    <>
      <ProjectFacts
        context={context}
        project={fields}
        effectiveOn={project.edition.effectiveOn}
        areaNames={areaNames}
        typeNames={typeNames}
        ages={ages}
        publicTitles={publicTitles}
      />
      <p className="print:hidden">
        <a
          href={addressOf(context, "/compare", { project: project.id })}
          className="inline-block py-2"
        >
          {compare("withProjects")}
        </a>
      </p>
      <VerifiedClaims context={context} project={fields} ratings={found.ratings} />
      <ProjectPromiseSection
        context={context}
        promises={promises}
        undated={undatedOf(fields)}
        history={history}
        startsOn={fields.startsOn}
        today={today}
      />
      <ProjectDetails
        context={context}
        project={fields}
        countryCode={found.countryCode}
        files={project.files}
        assessments={assessments}
        outcomeNames={outcomeNames}
        publicTitles={publicTitles}
        partnerSlugs={partnerSlugsOf(project.fields.partners, project.organisations)}
        organisations={project.organisations}
        ages={ages}
      />
    </>
  );
}
