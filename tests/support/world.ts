import { database } from "@/lib/db/client";
import { getCast } from "@/tests/support/cast";
import { sendFeedbacks } from "@/tests/support/world/feedback";
import { addPeople, workInOffice } from "@/tests/support/world/people";
import { writePlans } from "@/tests/support/world/plans";
import { publishProjects } from "@/tests/support/world/projects";
import { makeReports } from "@/tests/support/world/reports";
import { openStage } from "@/tests/support/world/stage";
import { sendSubmissions } from "@/tests/support/world/submissions";

/** A project of the world, with its slug and that of its city. */
type WorldProject = { id: string; city: string; slug: string };

/** The content of the test world by name, so that tests find it. */
export type World = {
  plans: Record<string, string>;
  projects: Record<string, WorldProject>;
  submissions: Record<string, string>;
  people: Record<string, string>;
  feedback: Record<string, string>;
  reports: { open: string; frozen: string };
  importId: string;
  /** A project that was never submitted, with one change of it. */
  draft: { id: string; changeId: string };
};

/**
 * Makes a world with every state on a seeded database with demo accounts: a project, a submission, a report, a person
 * and feedback in each state. It uses the product's own commands, with another day where time passes; `workInOffice`
 * and `makeReports` write jobs and mails directly.
 */
export async function makeWorld(now = new Date()): Promise<World> {
  const stage = await openStage(await getCast(), now);
  const projects = await publishProjects(stage);
  const plan = await writePlans(stage);
  const submissions = await sendSubmissions(stage, projects);
  const reports = await makeReports(stage, projects);
  const people = await addPeople(stage);
  const feedback = await sendFeedbacks(stage);
  const { importId, draft } = await workInOffice(stage);
  const change = await database().draftChange.findFirstOrThrow({
    where: { recordId: draft, field: "summary" },
    orderBy: { at: "desc" },
  });
  return {
    plans: stage.plans,
    projects: await addressesOf(projects),
    submissions: { ...submissions, plan: plan.submissionId },
    people,
    feedback,
    reports,
    importId,
    draft: { id: draft, changeId: change.id },
  };
}

async function addressesOf(projects: Record<string, string>) {
  const rows = await database().project.findMany({
    where: { id: { in: Object.values(projects) } },
    select: { id: true, slug: true, city: { select: { slug: true } } },
  });
  const byId = new Map(rows.map(({ id, slug, city }) => [id, { id, slug, city: city.slug }]));
  const found = Object.entries(projects).map(([name, id]) => [name, byId.get(id)]);
  return Object.fromEntries(found) as Record<string, WorldProject>;
}
