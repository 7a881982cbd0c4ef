import "server-only";
import { randomUUID } from "node:crypto";
import slugify from "@sindresorhus/slugify";
import * as z from "zod";
import { command } from "@/lib/commands/command";
import type { Tx } from "@/lib/db/client";
import { addDraft } from "@/lib/db/drafts";
import { emptyProject } from "@/lib/domain/project";
import { line } from "@/lib/domain/text";

/**
 * Begins a new project of a plan with nothing but a title. Its address is made from the title once and stays,
 * whatever the title becomes; a taken one gets a number.
 */
export const createProject = command({
  permission: "project.create",
  input: z.object({
    planId: z.uuid(),
    title: line(200).refine((title) => title !== "", "missing"),
  }),
  subject: (tx, input) => lockPlan(tx, input.planId),

  async run({ tx, actor, subject: plan, input, now }) {
    const projectId = randomUUID();
    await tx.record.create({
      data: { id: projectId, kind: "project", cityId: plan.cityId, createdAt: now },
    });
    await tx.project.create({
      data: {
        id: projectId,
        cityId: plan.cityId,
        planId: plan.id,
        slug: await freeSlug(tx, plan.cityId, input.title),
      },
    });
    await addDraft(tx, {
      recordId: projectId,
      kind: "project",
      fields: emptyProject(input.title),
      at: now,
      byId: actor.personId,
    });
    return {
      value: { projectId },
      entry: {
        kind: "project_created",
        recordId: projectId,
        cityId: plan.cityId,
        title: input.title,
      },
    };
  },
});

/** The plan's row is locked so that two projects of one title get two addresses. */
async function lockPlan(tx: Tx, planId: string) {
  const [plan] = await tx.$queryRaw<{ id: string; cityId: string }[]>`
    select id, "cityId" from "Plan" where id = ${planId}::uuid for update`;
  return plan ?? null;
}

async function freeSlug(tx: Tx, cityId: string, title: string) {
  const wanted = slugify(title).slice(0, 60).replace(/-+$/u, "") || "project";
  const taken = await tx.project.findMany({
    where: { cityId, slug: { startsWith: wanted } },
    select: { slug: true },
  });
  const slugs = new Set(taken.map((project) => project.slug));
  if (!slugs.has(wanted)) return wanted;
  let number = 2;
  while (slugs.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
