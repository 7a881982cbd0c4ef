import "server-only";
import { chainOf } from "@/lib/db/chain-facts";
import type { Tx } from "@/lib/db/client";
import { findHeldGrants, notify } from "@/lib/db/notices";
import type { TimelineEntry } from "@/lib/domain/history/timeline";
import type { NoticeDetail } from "@/lib/domain/notification/notice";
import { type ChainFacts, noticeRuleOf, peopleOf } from "@/lib/domain/notification/notice-audience";
import { endOfDay } from "@/lib/domain/report/form";

type Written = { id: string; entry: TimelineEntry };

/**
 * Creates notifications for new timeline entries, by the rules of lib/domain/notification/notice-audience.ts; the actor
 * is never notified. Returns early when an entry notifies nobody, as every draft save does.
 */
export async function notifyOfTimeline(
  tx: Tx,
  written: Written[],
  actor: { personId: string | null; name?: string },
  at: Date,
): Promise<void> {
  for (const { id, entry } of written) {
    const rule = noticeRuleOf(entry);
    if (!rule) continue;
    const ids = { ...noIds, ...entry };
    const about = await findAbout(tx, ids);
    const isOfNetwork = ids.report !== null && ids.cityId === null;
    const grants = await findHeldGrants(tx, isOfNetwork ? "everywhere" : ids);
    const notified = peopleOf(rule.to(about.chain), grants, {
      chain: about.chain,
      personId: ids.toId ?? ids.personId ?? about.suggestedById,
    });
    const isOfGrant = ids.personId !== null;
    await notify(
      tx,
      [
        {
          kind: rule.kind,
          event: id,
          personIds: notified.filter((personId) => personId !== actor.personId),
          detail: {
            ...(actor.name && { byName: actor.name }),
            ...(ids.recordId && { title: about.title }),
            ...(about.city && { city: about.city }),
            ...(about.report && { report: about.report }),
            ...noticeDetailOf(entry),
          },
          // A notice about a role must stay readable for a person who no longer holds it.
          cityId: isOfGrant ? null : ids.cityId,
          recordId: ids.recordId,
          submissionId: ids.submissionId,
          threadId: ids.threadId,
          reportId: about.reportId,
        },
      ],
      at,
    );
  }
}

const noIds = {
  cityId: null,
  recordId: null,
  submissionId: null,
  threadId: null,
  personId: null,
  toId: null,
  report: null,
};

type Ids = { [Id in keyof typeof noIds]: string | null };

/**
 * Returns the parts of an entry that a notice repeats. It never repeats text from a thread or a comment: people read
 * that in its place.
 */
function noticeDetailOf(entry: TimelineEntry): NoticeDetail {
  switch (entry.kind) {
    case "report_extended":
      return { reason: entry.reason, until: endOfDay(entry.untilOn).toISOString() };
    case "report_frozen":
      return { number: entry.number };
    case "scheduled":
      return { until: entry.publishAt };
    case "corrected":
      return { reason: entry.text };
    case "suggestion_accepted":
      return { answer: "accepted" };
    case "suggestion_declined":
      return { answer: "declined" };
    case "clarification_asked":
    case "held":
    case "withheld":
      return { reason: entry.reason };
    case "person_added":
    case "grant_added":
    case "grant_removed":
      return { role: entry.role };
    default:
      return {};
  }
}

/**
 * Returns what an entry is about, as it was submitted or else as it is published, so that a notice shows nothing of a
 * draft.
 */
async function findAbout(tx: Tx, { submissionId, recordId, cityId, threadId, report }: Ids) {
  const [row] = await tx.$queryRaw<
    {
      city: string | null;
      title: string | null;
      chain: ChainFacts | null;
      suggestedById: string | null;
      reportId: string | null;
      report: string | null;
    }[]
  >`
    select c.name as city, case when s.id is not null then ${chainOf} end as chain,
      t."openedById" as "suggestedById", b.id as "reportId", b.name as report,
      coalesce(s.content ->> 'title', (
        select e.content -> 'fields' ->> 'title' from "Edition" e
        where s.id is null and e."recordId" = ${recordId}::uuid order by e.number desc limit 1)) as title
    from (select 1) asked
    left join "Submission" s on s.id = ${submissionId}::uuid
    left join "City" c on c.id = ${cityId}::uuid
    left join "Thread" t on t.id = ${threadId}::uuid
    left join "Report" b on b.slug = ${report}`;
  if (!row) throw new Error("One row is asked for");
  return row;
}
