import { useTranslations } from "next-intl";
import { JsonLd } from "@/components/public/frame/json-ld";
import {
  cityLinkedData,
  editionLinkedData,
  type PlaceFacts,
  type Publisher,
  projectLinkedData,
} from "@/lib/domain/site/linked-data";
import type { PageContext } from "@/lib/domain/site/page-context";

type Project = Parameters<typeof projectLinkedData>[0];
type Edition = Parameters<typeof editionLinkedData>[0];

/** Tells search engines about a project, its city and the shown edition. */
export function ProjectLinkedData({
  context,
  place,
  project,
  edition,
  sources,
  publisher,
}: {
  context: PageContext;
  place: PlaceFacts;
  /** The project with its published English fields. */
  project: Project;
  edition: Edition["edition"];
  sources: Edition["sources"];
  publisher: Publisher;
}) {
  const t = useTranslations("promises.cite");
  const { id, slug } = project;
  const { title } = project.fields;
  const { number, effectiveOn: asOf } = edition;
  const description = t("data", { title, number, asOf });
  const dataPath = `/api/v1/projects/${id}`;
  const published = {
    kind: "project",
    slug,
    title,
    description,
    edition,
    sources,
    dataPath,
  } as const;
  return (
    <JsonLd
      data={{
        "@graph": [
          cityLinkedData(place, context, publisher),
          projectLinkedData(project, place, context, publisher),
          editionLinkedData(published, place, context, publisher),
        ],
      }}
    />
  );
}
