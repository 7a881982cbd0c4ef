import { answerBadge } from "@/lib/open-data/badge";
import { findProject } from "@/lib/queries/public/project";

/** Answers with a badge of a project's state for other sites (SVG). */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; city: string; project: string }> },
): Promise<Response> {
  const { locale, city, project } = await params;
  return answerBadge(request, locale, async ({ stage }) => {
    const found = await findProject(city, project, null);
    if (!found?.project) return null;
    const { title, stage: reached } = found.project.fields;
    return { name: title, says: stage(reached) };
  });
}
