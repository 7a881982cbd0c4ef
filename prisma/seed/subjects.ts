import type { Tx } from "@/lib/db/client";
import { toPhrase } from "@/lib/domain/site/search-words";
import { idOf, planIdOf } from "./ids";
import type { SubjectData, SubjectsOfItem } from "./subjects-data";

/** Adds the subjects that are not there yet, in their order, with the words by which people look for them. */
export async function addSubjects(tx: Tx, subjects: SubjectData[]): Promise<void> {
  await tx.subject.createMany({
    data: subjects.map(({ slug, name, description, names }, index) => ({
      slug,
      name,
      description,
      names,
      position: index + 1,
    })),
    skipDuplicates: true,
  });
  const words = subjects.flatMap(({ slug, name, names, searchWords }) =>
    [name, ...Object.values(names), ...Object.values(searchWords).flat()].map((word) => ({
      slug,
      word: toPhrase(word),
    })),
  );
  await tx.$executeRaw`
    insert into "SubjectWord" (word, "subjectSlug")
    select distinct search_fold(named.word), named.slug
    from unnest(${words.map(({ word }) => word)}::text[], ${words.map(({ slug }) => slug)}::text[])
      as named (word, slug)
    on conflict do nothing`;
}

/** Adds which subjects a city's projects, targets and indicators are about; its records are there. */
export async function addSubjectLinks(tx: Tx, ofItems: SubjectsOfItem[]): Promise<void> {
  await tx.subjectLink.createMany({
    data: ofItems.flatMap(({ citySlug, project, itemId, subjects }) =>
      subjects.map((subjectSlug, index) => ({
        itemId,
        subjectSlug,
        recordId: project === null ? planIdOf(citySlug) : idOf("project", project),
        position: index + 1,
      })),
    ),
  });
}
