import "server-only";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { holds, ownCityIds, ownCountryCodes, type SignedIn } from "@/lib/domain/people/actor";
import { isReady, listIssues } from "@/lib/domain/record/readiness";
import { parseFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { ReviewState } from "@/lib/domain/review/review-state";
import { reviewState, standingJoins } from "@/lib/queries/shared/standing";
import { visibleSubmissions } from "@/lib/queries/shared/visible";

/** A record on somebody's work list. A plan's profile has no title of its own. */
type WorkItem = {
  id: string;
  kind: RecordKind;
  title: string | null;
  cityName: string;
  timeZone: string;
  editedAt: Date;
};

const maxShown = 200;

/**
 * Returns the reader's work: of their own cities the drafts that came back with a question, that are ready to submit,
 * that are incomplete, and that others are looking at (the 200 edited last); and how many submissions wait for their
 * clearance or decision, null when that is not their role.
 */
export async function getMyWork(reader: SignedIn) {
  const drafts = await listUnfinished(reader);
  const among = (wanted: (draft: Unfinished) => boolean) => drafts.filter(wanted).map(toItem);
  const isBeingWritten = (draft: Unfinished) =>
    draft.review === "changed" || draft.review === "never_published";
  return {
    returned: among((draft) => draft.review === "clarification_asked"),
    ready: among((draft) => isBeingWritten(draft) && hasAllNeeded(draft)),
    incomplete: among((draft) => isBeingWritten(draft) && !hasAllNeeded(draft)),
    inReview: among((draft) => draft.review === "in_review"),
    isWhole: drafts.length < maxShown,
    toClear: await countToClear(reader),
    toDecide: await countToDecide(reader),
  };
}

type Unfinished = {
  id: string;
  kind: RecordKind;
  content: unknown;
  cityName: string;
  timeZone: string;
  editedAt: Date;
  review: ReviewState;
};

async function listUnfinished(reader: SignedIn) {
  const cityIds = ownCityIds(reader);
  if (cityIds.length === 0) return [];
  return database().$queryRaw<Unfinished[]>`
    select * from (
      select r.id, r.kind, d.content, c.name as "cityName", c."timeZone", d."editedAt",
        ${reviewState} as review
      from "Record" r
      join "City" c on c.id = r."cityId"
      join "Draft" d on d."recordId" = r.id
      ${standingJoins}
      where r."cityId" = any(${cityIds}::uuid[])) record
    where review <> 'published'
    order by "editedAt" desc
    limit ${maxShown}`;
}

function hasAllNeeded(draft: Unfinished) {
  return isReady(listIssues(draft.kind, parseFields(draft.kind, draft.content)));
}

function toItem({ content, review: _, ...item }: Unfinished): WorkItem {
  const title = item.kind === "project" ? parseFields("project", content).title : null;
  return { ...item, title };
}

async function countToClear(reader: SignedIn) {
  const countryCodes = ownCountryCodes(reader);
  if (countryCodes.length === 0) return null;
  return countSubmissions(reader, {
    needsClearance: true,
    state: "submitted",
    city: { countryCode: { in: countryCodes } },
  });
}

async function countToDecide(reader: SignedIn) {
  if (!holds(reader, "reviewer")) return null;
  return countSubmissions(reader, {
    OR: [
      { needsClearance: true, state: "cleared" },
      { needsClearance: false, state: "submitted" },
    ],
  });
}

function countSubmissions(reader: SignedIn, where: Prisma.SubmissionWhereInput) {
  return database().submission.count({ where: { AND: [where, visibleSubmissions(reader)] } });
}
