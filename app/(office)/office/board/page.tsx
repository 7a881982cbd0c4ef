import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { QueueRows } from "@/app/(office)/office/queue-rows";
import { BoardTable } from "@/components/review/board-table";
import { PageHeader } from "@/components/ui/page-header";
import { seesBoard } from "@/lib/domain/people/actor";
import { timeZoneFor } from "@/lib/domain/people/time-zone";
import { queueState, toQueueQuery } from "@/lib/domain/review/queue";
import { listBoard } from "@/lib/queries/review/board";
import { listQueue } from "@/lib/queries/review/queue";
import { requireSignedIn } from "@/lib/web/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("board");
  return { title: t("title") };
}

/** Shows what waits for whom in each city of a country, and what its representative has to clear. */
export default async function BoardPage({ searchParams }: PageProps<"/office/board">) {
  const reader = await requireSignedIn("/office/board");
  if (!seesBoard(reader)) notFound();
  const { country, after } = queueState.parse(await searchParams);
  const state = { part: "clearance" as const, country, after };
  const now = new Date();
  const [cities, queue, t, locale] = await Promise.all([
    listBoard(reader, country, now),
    listQueue(reader, state, now),
    getTranslations("board"),
    getLocale(),
  ]);
  return (
    <div className="flex flex-col gap-8 pb-16">
      <PageHeader title={t("title")}>
        <p className="max-w-text">{t("intro")}</p>
        {country && (
          <p>
            <a href="/office/board" className="inline-block py-2.5">
              {t("allCountries")}
            </a>
          </p>
        )}
      </PageHeader>
      <section className="flex flex-col gap-4">
        <h2 className="font-bold text-h2">{t("clearTitle")}</h2>
        {queue.submissions.length > 0 && <p className="max-w-text">{t("clearIntro")}</p>}
        <QueueRows
          caption={t("clearTitle")}
          emptyText={t("clearNothing")}
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
              href={`/office/board${toQueueQuery({ country, after: queue.after })}`}
            >
              {t("more")}
            </a>
          </p>
        )}
      </section>
      <section className="flex flex-col gap-4">
        <h2 className="font-bold text-h2">{t("citiesTitle")}</h2>
        <BoardTable
          now={now}
          locale={locale}
          cities={cities.map((city) => ({ ...city, timeZone: timeZoneFor(reader, city.timeZone) }))}
        />
      </section>
    </div>
  );
}
