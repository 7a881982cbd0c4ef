import "server-only";
import type { Tx } from "@/lib/db/client";
import { answersIn } from "@/lib/domain/record/answers";
import { emptyProject } from "@/lib/domain/record/project";
import { CellNames, type Named } from "@/lib/domain/sheet/cell-names";
import type { PlanNames } from "@/lib/domain/sheet/names";

/**
 * Returns what the records of a plan can name in a sheet: projects of its city by their draft title, projects of other
 * cities by their published title, each with its city, the files of each record, and what may answer its targets. `then`
 * are the projects with the names that an imported sheet has for them.
 */
export async function readPlanNames(
  tx: Tx,
  plan: { id: string; cityId: string },
  then: Named[] = [],
): Promise<PlanNames> {
  const projects = await tx.$queryRaw<Named[]>`
    select id, title || ' (' || city || ')' as name from (
      select r.id, d.title, c.name as city, 0 as place
      from "Record" r join "Draft" d on d."recordId" = r.id join "City" c on c.id = r."cityId"
      where r.kind = 'project' and r."cityId" = ${plan.cityId}::uuid
      union all
      select s."recordId", s.title, c.name, 1
      from "EditionPeriod" s join "City" c on c.id = s."cityId"
      where s.kind = 'project' and s."untilDay" is null and not s."isWithheld" and s."cityId" <> ${plan.cityId}::uuid
    ) named
    order by place, city collate "und-x-icu", title collate "und-x-icu", id`;
  const uploaded = await tx.$queryRaw<(Named & { recordId: string })[]>`
    select f.id, f.name, f."recordId" from "EvidenceFile" f
    join "Project" p on p.id = f."recordId" where p."planId" = ${plan.id}::uuid order by f.id`;
  const files = new Map<string, Named[]>();
  for (const { recordId, ...file } of uploaded)
    files.set(recordId, [...(files.get(recordId) ?? []), file]);
  const drafts = await tx.draft.findMany({
    where: { record: { kind: "project", project: { planId: plan.id } } },
    select: { content: true },
    orderBy: { recordId: "asc" },
  });
  const answers = answersIn(
    drafts.map(({ content }) => ({ ...emptyProject(""), ...(content as object) })),
  );
  return {
    projects: new CellNames(projects, then),
    files,
    answers: {
      indicator_of: new CellNames(answers.indicator_of),
      milestone_of: new CellNames(answers.milestone_of),
    },
  };
}
