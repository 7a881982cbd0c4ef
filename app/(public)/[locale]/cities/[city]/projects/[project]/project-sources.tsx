import { Provenance } from "@/components/public/city/provenance";
import { CitationSection } from "@/components/public/edition/citation";
import { ShowElsewhere } from "@/components/public/network/show-elsewhere";
import { ProjectEditionSection } from "@/components/public/project/edition-section";
import { ProjectLinkedData } from "@/components/public/project/linked-data";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { PageContext } from "@/lib/domain/site/page-context";
import type { PublicProject } from "@/lib/queries/public/project";

/** Shows where a project's information comes from: its editions, its sources, how to cite it, and how to embed it. */
export function ProjectSources({
  context,
  path,
  found: { project, editions, cityName, countryCode, countryName },
  fields,
  publisher,
}: {
  context: PageContext;
  /** The path of the project: "/cities/phuket/projects/smart-bus". */
  path: string;
  found: PublicProject & { project: NonNullable<PublicProject["project"]> };
  /** The fields in the reader's language. */
  fields: ProjectFields;
  publisher: { name: string; origin: string };
}) {
  const { citySlug, slug, edition } = project;
  return (
    <>
      <ProjectEditionSection context={context} path={path} editions={editions} />
      <Provenance context={context} edition={edition} sources={fields.sources} />
      <CitationSection
        context={context}
        record={{ kind: "project", slug, citySlug, cityName }}
        title={project.fields.title}
        edition={edition}
        origin={publisher.origin}
      />
      <ShowElsewhere context={context} origin={publisher.origin} path={path} title={fields.title} />
      <ProjectLinkedData
        context={context}
        place={{ slug: citySlug, name: cityName, countryCode, countryName }}
        project={project}
        edition={edition}
        sources={fields.sources}
        publisher={publisher}
      />
    </>
  );
}
