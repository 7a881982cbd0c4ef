import type { SignedIn } from "@/lib/domain/people/actor";
import { answerIds } from "@/lib/domain/record/answers";
import { filesNamedIn } from "@/lib/domain/record/file";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { RecordFields } from "@/lib/domain/record/record";
import { relatedIds } from "@/lib/domain/record/related";
import { namesOfAnswers } from "@/lib/queries/record/answers";
import { listFiles } from "@/lib/queries/record/files";
import { namesOfProjects } from "@/lib/queries/record/related-projects";

/**
 * Returns the names of the projects and files to which a record, or some of its fields, refer by id, if this reader may
 * see them, and the names of what answers the targets of a plan.
 */
export async function namedIn(
  reader: SignedIn,
  recordId: string,
  states: (RecordFields | Partial<ProjectFields>)[],
) {
  const [projects, answers, files] = await Promise.all([
    namesOfProjects(reader, [...new Set(states.flatMap(relatedIds))]),
    namesOfAnswers(reader, recordId, states.flatMap(answerIds)),
    listFiles(reader, [...new Set(states.flatMap(filesNamedIn))]),
  ]);
  return { names: { ...projects, ...answers }, files };
}
