import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { queueAddress } from "@/components/review/queue-address";
import { QueueFilter } from "@/components/review/queue-filter";
import { QueueParts } from "@/components/review/queue-parts";
import { QueueTable } from "@/components/review/queue-table";
import { PageHeader } from "@/components/ui/page-header";
import { timeZoneFor } from "@/lib/domain/time-zone";
import { listQueue, listQueueCities, queueState } from "@/lib/queries/submissions";
import { requireSignedIn } from "@/lib/web/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review");
  return { title: t("submissions") };
}

export default async function SubmissionsPage({ searchParams }: PageProps<"/office/submissions">) {
  const reader = await requireSignedIn("/office/submissions");
  const asked = queueState.parse(await searchParams);
  const [queue, cities, t, locale] = await Promise.all([
    listQueue(reader, asked),
    listQueueCities(reader),
    getTranslations("review"),
    getLocale(),
  ]);
  const place = { country: asked.country, city: asked.city };
  return (
    <div className="flex flex-col gap-6 pb-16">
      <PageHeader title={t("submissions")}>
        <p className="max-w-text">{t("queue.intro")}</p>
      </PageHeader>
      {cities.length > 1 && <QueueFilter cities={cities} place={place} part={queue.part} />}
      <QueueParts parts={queue.parts} current={queue.part} place={place} />
      <QueueTable
        part={queue.part}
        now={new Date()}
        locale={locale}
        submissions={queue.submissions.map(({ timeZone, ...submission }) => ({
          ...submission,
          timeZone: timeZoneFor(reader, timeZone),
        }))}
      />
      {queue.after && (
        <p>
          <a
            className="inline-flex min-h-11 items-center"
            href={queueAddress({ ...place, part: queue.part, after: queue.after })}
          >
            {t("queue.more")}
          </a>
        </p>
      )}
    </div>
  );
}
