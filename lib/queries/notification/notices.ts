import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import { timeZoneOfPerson } from "@/lib/db/time-zones";
import type { NoticeDetail, NoticeKind } from "@/lib/domain/notification/notice";
import type { SignedIn } from "@/lib/domain/people/actor";
import { secretariatTimeZone } from "@/lib/domain/people/time-zone";
import { visibleNotices } from "@/lib/queries/shared/visible";

const pageSize = 30;

/** The cursor of the inbox, as in its address: the id of the last notice. */
export const inboxState = z.object({ after: z.uuid().optional().catch(undefined) });

/** Returns one page of the reader's notices, newest first, and the cursor of the next page. */
export async function listNotices(reader: SignedIn, { after }: z.output<typeof inboxState>) {
  const rows = await database().notice.findMany({
    where: visibleNotices(reader),
    orderBy: [{ at: "desc" }, { id: "desc" }],
    ...(after && { cursor: { id: after }, skip: 1 }),
    take: pageSize + 1,
    select: {
      id: true,
      kind: true,
      at: true,
      detail: true,
      recordId: true,
      submissionId: true,
      threadId: true,
      feedbackId: true,
      readAt: true,
      record: { select: { kind: true, project: { select: { slug: true } } } },
      city: { select: { slug: true } },
      report: { select: { slug: true } },
    },
  });
  const page = rows.slice(0, pageSize);
  return {
    notices: page.map(({ kind, detail, record, city, report, ...notice }) => ({
      ...notice,
      // Only `notify` writes both (lib/db/notices.ts).
      kind: kind as NoticeKind,
      detail: detail as NoticeDetail,
      recordKind: record?.kind ?? null,
      recordSlug: record?.project?.slug ?? null,
      citySlug: city?.slug ?? null,
      reportSlug: report?.slug ?? null,
    })),
    after: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}

/** Returns the reader's time zone for the inbox and for mails. */
export async function findOwnTimeZone(reader: SignedIn): Promise<string> {
  const [person] = await database().$queryRaw<{ timeZone: string | null }[]>`
    select ${timeZoneOfPerson} as "timeZone" from "Person" p where p.id = ${reader.personId}::uuid`;
  return person?.timeZone ?? secretariatTimeZone;
}

/** Counts the reader's unread notices. */
export function countUnread(reader: SignedIn): Promise<number> {
  return database().notice.count({ where: { AND: [visibleNotices(reader), { readAt: null }] } });
}
