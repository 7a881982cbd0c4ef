import "server-only";
import { database } from "@/lib/db/client";
import type { SignedIn } from "@/lib/domain/people/actor";
import { visibleDiscussions } from "@/lib/queries/shared/visible";

/** The most comments that are shown; older ones are kept. */
const maxShown = 100;

/** A comment on a draft, and whom it was meant for. */
export type DraftComment = {
  id: string;
  text: string;
  at: Date;
  byName: string;
  mentionedNames: string[];
};

/**
 * What a city's own people say to each other about a draft, oldest first, whom of them one can mention, and whether
 * the reader was mentioned and has not been here since. Null for everybody else, the secretariat among them.
 */
export async function findDiscussion(
  reader: SignedIn,
  recordId: string,
): Promise<{
  comments: DraftComment[];
  people: { id: string; name: string }[];
  isMentioned: boolean;
} | null> {
  const record = await database().record.findFirst({
    where: { AND: [{ id: recordId }, visibleDiscussions(reader)] },
    select: {
      draftComments: {
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: maxShown,
        select: {
          id: true,
          text: true,
          at: true,
          by: { select: { name: true } },
          mentions: {
            select: { person: { select: { name: true } } },
          },
        },
      },
      notices: {
        where: { personId: reader.personId, kind: "mentioned", readAt: null },
        take: 1,
        select: { id: true },
      },
      city: {
        select: {
          grants: {
            where: { removedAt: null, person: { deactivatedAt: null } },
            select: { person: { select: { id: true, name: true } } },
          },
        },
      },
    },
  });
  if (!record) return null;
  const comments = record.draftComments.toReversed();
  const people = new Map(record.city.grants.map(({ person }) => [person.id, person]));
  people.delete(reader.personId);
  return {
    comments: comments.map(({ id, text, at, by, mentions }) => ({
      id,
      text,
      at,
      byName: by.name,
      mentionedNames: mentions.map((mention) => mention.person.name).sort(),
    })),
    people: [...people.values()].sort((a, b) => a.name.localeCompare(b.name)),
    isMentioned: record.notices.length > 0,
  };
}
