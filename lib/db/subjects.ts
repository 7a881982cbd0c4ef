import "server-only";
import * as z from "zod";
import type { Tx } from "@/lib/db/client";

/** What a project is about: the slugs of its subjects, and the words by which people look for them, in every language. */
export type SubjectsOf = (recordId: string) => { slugs: string[]; words: string[] };

const names = z.record(z.string(), z.string());
const searchWords = z.record(z.string(), z.array(z.string()));

/** Reads the subjects of these projects once, in their order. */
export async function readSubjectsOf(tx: Tx, recordIds: string[]): Promise<SubjectsOf> {
  const links = await tx.subjectLink.findMany({
    // The links of what is within a record have ids of their own.
    where: { itemId: { in: recordIds } },
    orderBy: { position: "asc" },
    select: { itemId: true, subject: true },
  });
  const subjects = new Map(
    links.map(({ subject }) => [
      subject.slug,
      [
        subject.name,
        ...Object.values(names.parse(subject.names)),
        ...Object.values(searchWords.parse(subject.searchWords)).flat(),
      ],
    ]),
  );
  return (recordId) => {
    const slugs = links.flatMap(({ itemId, subject }) => (itemId === recordId ? subject.slug : []));
    const words = slugs.flatMap((slug) => subjects.get(slug) ?? []);
    return { slugs, words: [...new Set(words)] };
  };
}
