import { answerBadge } from "@/lib/open-data/badge";
import { findCity } from "@/lib/queries/public/city";

/** Answers with a badge of a city's projects for other sites (SVG). */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; city: string }> },
): Promise<Response> {
  const { locale, city: slug } = await params;
  return answerBadge(request, locale, async ({ counts }) => {
    const city = await findCity(slug, null);
    if (!city) return null;
    const { total, byStage } = city.aggregate;
    return { name: city.name, says: counts({ total, completed: byStage.completed }) };
  });
}
