import * as z from "zod";
import { listProjects, projectFilters } from "@/lib/queries/public-projects";
import { BadParameter, listParameters, openData } from "@/lib/web/open-data";
import { toProjectData, toStage } from "@/lib/web/open-data-shapes";

const parameters = {
  ...listParameters,
  ...projectFilters.shape,
  stage: z.string().transform(toStage).pipe(projectFilters.shape.stage.unwrap()).optional(),
};

/** The listed projects of a day that meet the filters, by title. */
export function GET(request: Request): Promise<Response> {
  return openData(request, parameters, async ({ asOf, cursor, limit, ...filters }) => {
    const page = await listProjects(filters, { asOf: asOf ?? null, cursor: cursor ?? null, limit });
    if ("unknown" in page) throw new BadParameter(page.unknown);
    return { items: page.projects.map(toProjectData), nextCursor: page.nextCursor };
  });
}
