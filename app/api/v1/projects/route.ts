import { toDay } from "@/lib/domain/values/day";
import { openData } from "@/lib/open-data/answer";
import { operations } from "@/lib/open-data/operations";
import { BadParameter } from "@/lib/open-data/problem";
import { toProjectData } from "@/lib/open-data/shapes";
import { listAssessments } from "@/lib/queries/public/assessments";
import { listPublicProjects } from "@/lib/queries/public/projects";

/** Answers with the projects of a day that match the filters, sorted by title, or by relevance in a search. */
export function GET(request: Request): Promise<Response> {
  return openData(
    request,
    operations["/projects"],
    async ({ asOf = null, cursor = null, limit, ...filters }) => {
      const page = await listPublicProjects(filters, { asOf, cursor, limit });
      if ("unknown" in page) throw new BadParameter(page.unknown);
      const today = asOf ?? toDay(new Date());
      const recordIds = page.projects.map(({ id }) => id);
      const assessments = await listAssessments({ asOf, recordIds });
      return {
        items: page.projects.map((project) => toProjectData(project, assessments, today)),
        nextCursor: page.nextCursor,
      };
    },
  );
}
