import type { SignedIn } from "@/lib/domain/people/actor";
import { filesNamedIn } from "@/lib/domain/record/file";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { RecordFields } from "@/lib/domain/record/record";
import { relatedIds } from "@/lib/domain/record/related";
import { listFiles } from "@/lib/queries/record/files";
import { namesOfProjects } from "@/lib/queries/record/related-projects";

/**
 * Returns the names of the projects and files to which records, or some of their fields, refer by id, as far as this
 * reader may see them.
 */
export async function namedIn(reader: SignedIn, states: (RecordFields | Partial<ProjectFields>)[]) {
  const [names, files] = await Promise.all([
    namesOfProjects(reader, [...new Set(states.flatMap(relatedIds))]),
    listFiles(reader, [...new Set(states.flatMap(filesNamedIn))]),
  ]);
  return { names, files };
}
