import { answerCitation } from "@/lib/site/citation";

type Params = { locale: string; city: string; project: string; number: string; file: string };

/** Answers with the citation of this edition for reference managers: citation.bib or citation.ris. */
export async function GET(_request: Request, { params }: { params: Promise<Params> }) {
  const { project: slug, ...address } = await params;
  return answerCitation({ kind: "project", slug, ...address });
}
