import { listProjects } from "@/lib/queries/public-projects";
import { openData } from "@/lib/web/open-data/answer";
import { operations } from "@/lib/web/open-data/operations";
import { BadParameter } from "@/lib/web/open-data/problem";
import { toProjectData } from "@/lib/web/open-data/shapes";

/** The projects of a day that meet the filters: by title or, where words are searched, the best match first. */
export function GET(request: Request): Promise<Response> {
  return openData(
    request,
    operations["/projects"],
    async ({ asOf = null, cursor = null, limit, ...filters }) => {
      const page = await listProjects(filters, { asOf, cursor, limit });
      if ("unknown" in page) throw new BadParameter(page.unknown);
      return { items: page.projects.map(toProjectData), nextCursor: page.nextCursor };
    },
  );
}
