import "server-only";
import { database } from "@/lib/db/client";
import type { SignedIn } from "@/lib/domain/people/actor";
import { visibleDiscussions } from "@/lib/queries/shared/visible";

/** The most comments that are shown; older ones stay stored. */
const maxShown = 100;

/** A comment on a draft, and who is mentioned in it. */
export type DraftComment = {
  id: string;
  text: string;
  at: Date;
  byName: string;
  mentionedNames: string[];
};

/**
 * Returns the discussion of a draft among a city's own people, oldest first, whom one can mention, and whether the
 * reader has an unread mention. Null for everybody else, the secretariat too.
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
