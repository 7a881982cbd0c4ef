import "server-only";
import slugify from "@sindresorhus/slugify";
import type { Tx } from "@/lib/db/client";
import { addDrafts } from "@/lib/db/drafts";
import type { ProjectFields } from "@/lib/domain/record/project";

/**
 * Creates projects of a plan, each with the fields that are known. A project's slug is made from its title and never
 * changes; a taken slug gets a number. The caller holds the plan's lock.
 */
export async function beginProjects(
  tx: Tx,
  plan: { id: string; cityId: string },
  projects: { id: string; fields: ProjectFields }[],
  { at, byId }: { at: Date; byId: string },
): Promise<void> {
  const { cityId } = plan;
  const taken = await tx.project.findMany({ where: { cityId }, select: { slug: true } });
  const slugs = new Set(taken.map((project) => project.slug));
  await tx.record.createMany({
    data: projects.map(({ id }) => ({
      id,
      kind: "project" as const,
      cityId,
      createdAt: at,
      createdById: byId,
    })),
  });
  await tx.project.createMany({
    data: projects.map(({ id, fields }) => ({
      id,
      cityId,
      planId: plan.id,
      slug: takeSlug(slugs, fields.title),
    })),
  });
  await addDrafts(
    tx,
    projects.map(({ id, fields }) => ({ recordId: id, kind: "project", fields, at, byId })),
  );
}

/** Locks a plan until the transaction ends, so that two projects of one title get two addresses. */
export async function lockPlan(tx: Tx, planId: string) {
  const [plan] = await tx.$queryRaw<{ id: string; cityId: string }[]>`
    select id, "cityId" from "Plan" where id = ${planId}::uuid for update`;
  return plan ?? null;
}

function takeSlug(slugs: Set<string>, title: string) {
  const wanted = slugify(title).slice(0, 60).replace(/-+$/u, "") || "project";
  let slug = wanted;
  for (let number = 2; slugs.has(slug); number += 1) slug = `${wanted}-${number}`;
  slugs.add(slug);
  return slug;
}
