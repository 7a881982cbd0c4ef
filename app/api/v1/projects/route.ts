import { toDay } from "@/lib/domain/values/day";
import { openData } from "@/lib/open-data/answer";
import { operations } from "@/lib/open-data/operations";
import { BadParameter } from "@/lib/open-data/problem";
import { toProjectData } from "@/lib/open-data/shapes";
import { listProjects } from "@/lib/queries/public/projects";

/** The projects of a day that meet the filters: by title or, where words are searched, the best match first. */
export function GET(request: Request): Promise<Response> {
  return openData(
    request,
    operations["/projects"],
    async ({ asOf = null, cursor = null, limit, ...filters }) => {
      const page = await listProjects(filters, { asOf, cursor, limit });
      if ("unknown" in page) throw new BadParameter(page.unknown);
      const today = asOf ?? toDay(new Date());
      return {
        items: page.projects.map((project) => toProjectData(project, today)),
        nextCursor: page.nextCursor,
      };
    },
  );
}
