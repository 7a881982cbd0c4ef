import { findCity } from "@/lib/queries/public-city";
import { openData } from "@/lib/web/open-data/answer";
import { operations } from "@/lib/web/open-data/operations";
import { NothingHere } from "@/lib/web/open-data/problem";
import { toCityDetails } from "@/lib/web/open-data/shapes";

/** One city on a day: its figures, its plan and its numbers of projects. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  return openData(request, operations["/cities/{slug}"], async ({ asOf }) => {
    const city = await findCity(slug, asOf ?? null);
    if (!city) throw new NothingHere();
    return toCityDetails(city);
  });
}
