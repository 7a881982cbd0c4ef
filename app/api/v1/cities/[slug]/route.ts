import { openData } from "@/lib/open-data/answer";
import { operations } from "@/lib/open-data/operations";
import { NotFoundError } from "@/lib/open-data/problem";
import { toCityDetails } from "@/lib/open-data/shapes";
import { findCity } from "@/lib/queries/public/city";

/** Answers with one city as of a day: its figures, its plan and its numbers of projects. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  return openData(request, operations["/cities/{slug}"], async ({ asOf }) => {
    const city = await findCity(slug, asOf ?? null);
    if (!city) throw new NotFoundError();
    return toCityDetails(city);
  });
}
