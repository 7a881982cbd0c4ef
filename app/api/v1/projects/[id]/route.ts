import { toDay } from "@/lib/domain/values/day";
import { missingProjectError, openData } from "@/lib/open-data/answer";
import { operations } from "@/lib/open-data/operations";
import { toProjectData } from "@/lib/open-data/shapes";
import { listAssessments } from "@/lib/queries/public/assessments";
import { findProjectById } from "@/lib/queries/public/project";
import { listRatings } from "@/lib/queries/public/ratings";

/** Answers with one project as of a day, also one that is no longer listed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  return openData(request, operations["/projects/{id}"], async ({ asOf = null }) => {
    const project = await findProjectById(id, asOf);
    if (!project) throw await missingProjectError(id);
    const assessments = await listAssessments({ asOf, recordIds: [id] });
    return {
      ...toProjectData(project, assessments, asOf ?? toDay(new Date())),
      verified: await listRatings(id, asOf),
    };
  });
}
