import { randomUUID } from "node:crypto";
import { database } from "@/lib/db/client";
import { editionHash } from "@/lib/db/edition-hash";
import { toEditionContent } from "@/lib/domain/record/edition";
import { emptyProject, type ProjectFields } from "@/lib/domain/record/project";

/**
 * Adds many projects at once, distributed over the plans, and returns their ids. It does not use the commands but one
 * statement for each table and thousand rows, for tests and measurements of lists, whose rows need no history.
 */
export async function manyProjects(
  planIds: string[],
  contents: Partial<ProjectFields>[],
): Promise<string[]> {
  const plans = await database().plan.findMany({
    where: { id: { in: planIds } },
    select: { id: true, cityId: true },
  });
  const rows = contents.map((fields, index) => {
    const plan = plans[index % plans.length];
    const content = toEditionContent("project", {
      ...emptyProject(`Project ${index}`),
      ...fields,
    });
    return {
      id: randomUUID(),
      planId: plan?.id,
      cityId: plan?.cityId,
      content: content.fields,
      hash: editionHash(content),
      // Four projects have the same instant, like the projects of one import.
      editedAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(index / 4) * 60_000).toISOString(),
    };
  });
  for (let start = 0; start < rows.length; start += 1000) {
    await insert(JSON.stringify(rows.slice(start, start + 1000)));
  }
  return rows.map((row) => row.id);
}

async function insert(rows: string) {
  await database().$executeRaw`
    with row as (
      select * from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "planId" uuid, "cityId" uuid,
        content jsonb, hash text, "editedAt" timestamptz)),
    record as (
      insert into "Record" (id, kind, "cityId", "createdAt")
      select id, 'project', "cityId", "editedAt" from row),
    project as (
      insert into "Project" (id, "cityId", "planId", slug)
      select id, "cityId", "planId", id::text from row)
    insert into "Draft" ("recordId", content, "contentHash", "editedAt")
    select id, content, hash, "editedAt" from row`;
}
