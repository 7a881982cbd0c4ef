import { findCity } from "@/lib/queries/public-city";
import { dayParameters, NothingHere, openData } from "@/lib/web/open-data";
import { toCityDetails } from "@/lib/web/open-data-shapes";

/** One city on a day: its figures, its plan and its numbers of projects. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  return openData(request, dayParameters, async ({ asOf }) => {
    const city = await findCity(slug, asOf ?? null);
    if (!city) throw new NothingHere();
    return toCityDetails(city);
  });
}
