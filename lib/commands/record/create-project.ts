import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { beginProjects, lockPlan } from "@/lib/commands/shared/begin-projects";
import { command } from "@/lib/commands/shared/command";
import { emptyProject } from "@/lib/domain/record/project";
import { line } from "@/lib/domain/values/text";

/**
 * Creates a project of a plan with nothing but a title. Its slug is made from this title and never changes; a taken
 * slug gets a number.
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
    const fields = emptyProject(input.title);
    await beginProjects(tx, plan, [{ id: projectId, fields }], { at: now, byId: actor.personId });
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
