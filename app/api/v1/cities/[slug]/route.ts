import { openData } from "@/lib/open-data/answer";
import { operations } from "@/lib/open-data/operations";
import { NotFoundError } from "@/lib/open-data/problem";
import { toCityDetails } from "@/lib/open-data/shapes";
import { listPlanAssessments } from "@/lib/queries/public/assessments";
import { findCity } from "@/lib/queries/public/city";

/** Answers with one city as of a day: its figures, its plan and its numbers of projects. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  return openData(request, operations["/cities/{slug}"], async ({ asOf = null }) => {
    const city = await findCity(slug, asOf);
    if (!city) throw new NotFoundError();
    return toCityDetails(city, await listPlanAssessments(city, asOf));
  });
}
