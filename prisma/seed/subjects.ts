import type { Tx } from "@/lib/db/client";
import { idOf, planIdOf } from "./ids";
import type { SubjectData, SubjectsOfItem } from "./subjects-data";

/** Adds the subjects that are not there yet, in their order. */
export async function addSubjects(tx: Tx, subjects: SubjectData[]): Promise<void> {
  await tx.subject.createMany({
    data: subjects.map((subject, index) => ({ ...subject, position: index + 1 })),
    skipDuplicates: true,
  });
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
