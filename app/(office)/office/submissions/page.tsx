import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { QueueRows } from "@/app/(office)/office/queue-rows";
import { MedianWait } from "@/components/review/median-wait";
import { QueueFilter } from "@/components/review/queue-filter";
import { QueueParts } from "@/components/review/queue-parts";
import { PageHeader } from "@/components/ui/page-header";
import { holds } from "@/lib/domain/people/actor";
import { queueState, toQueueQuery } from "@/lib/domain/review/queue";
import { findMedianDays, listQueue, listQueueCities } from "@/lib/queries/review/queue";
import { requireSignedIn } from "@/lib/web/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review");
  return { title: t("submissions") };
}

export default async function SubmissionsPage({ searchParams }: PageProps<"/office/submissions">) {
  const reader = await requireSignedIn("/office/submissions");
  const asked = queueState.parse(await searchParams);
  const now = new Date();
  const [queue, cities, median, t, locale] = await Promise.all([
    listQueue(reader, asked, now),
    listQueueCities(reader),
    findMedianDays(reader, now),
    getTranslations("review"),
    getLocale(),
  ]);
  const state = { ...asked, part: queue.part };
  return (
    <div className="flex flex-col gap-6 pb-16">
      <PageHeader title={t("submissions")}>
        <p className="max-w-text">{t("queue.intro")}</p>
        <MedianWait median={median} />
      </PageHeader>
      <QueueFilter
        cities={cities}
        state={asked}
        part={queue.part}
        isReviewer={holds(reader, "reviewer")}
      />
      <QueueParts parts={queue.parts} current={queue.part} state={asked} />
      <QueueRows
        caption={t(`queue.part.${queue.part}`)}
        emptyText={t(`queue.empty.${queue.part}`)}
        submissions={queue.submissions}
        reader={reader}
        state={state}
        locale={locale}
        now={now}
      />
      {queue.after && (
        <p>
          <a
            className="inline-flex min-h-11 items-center"
            href={`/office/submissions${toQueueQuery(state, { after: queue.after })}`}
          >
            {t("queue.more")}
          </a>
        </p>
      )}
    </div>
  );
}
