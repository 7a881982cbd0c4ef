import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { ProjectTitle } from "@/components/public/shared/project-title";
import { formatPartialDate } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import { moveWords } from "@/lib/domain/progress/change-words";
import type { Outcome, PromiseOf } from "@/lib/domain/progress/promises";
import type { TargetResult } from "@/lib/domain/record/plan";
import type { ProjectFields } from "@/lib/domain/record/project";
import { type PageContext, recordAddress } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";
import type { PartialDate } from "@/lib/domain/values/partial-date";

type Project = { slug: string; citySlug: string; fields: ProjectFields };

/** Shows what was promised by date and its outcome according to the editions, as a shape and a word. */
export function PromiseTable({
  reading,
  promises,
  isOfProject = false,
}: {
  reading: PageContext;
  promises: PromiseOf<Project>[];
  /** Whether it stands on the page of the project that made all of them. */
  isOfProject?: boolean;
}) {
  const t = useTranslations("promises.happened");
  return (
    <PlainTable
      label={t("title")}
      columns={[{ header: t("due") }, { header: t("promise") }, { header: t("became") }]}
      rows={promises.map((promise) => ({
        key: `${promise.of} ${promise.id}`,
        cells: [
          promise.due ? (
            <time key="due" dateTime={promise.due}>
              {formatPartialDate(promise.due, reading.locale)}
            </time>
          ) : (
            "–"
          ),
          <What key="what" reading={reading} promise={promise} isOfProject={isOfProject} />,
          <Became key="became" reading={reading} promise={promise} />,
        ],
      }))}
    />
  );
}

function What({
  reading,
  promise: { of, title, note, move, project },
  isOfProject,
}: {
  reading: PageContext;
  promise: PromiseOf<Project>;
  isOfProject: boolean;
}) {
  const t = useTranslations();
  const date = (on: PartialDate) => formatPartialDate(on, reading.locale);
  return (
    <span className="flex max-w-text flex-col">
      {of === "end" ? t("promises.happened.plannedEnd") : <Content>{title}</Content>}
      {move && (
        <span className="text-small">
          {t("promises.happened.first", { date: date(move.from) })}: {moveWords(move, date, t)}
        </span>
      )}
      {note && (
        <span className="text-muted text-small">
          <Content>{note}</Content>
        </span>
      )}
      {!isOfProject && (
        <span className="text-muted text-small">
          {project ? (
            <a
              className="inline-block py-1"
              href={recordAddress(reading, { ...project, kind: "project" })}
            >
              <ProjectTitle locale={reading.locale} fields={project.fields} />
            </a>
          ) : (
            t("promises.happened.planTarget")
          )}
        </span>
      )}
    </span>
  );
}

const shapes: Record<Exclude<Outcome["kind"], "result">, string> = {
  done: "●",
  late: "▲",
  open: "○",
  dropped: "×",
  closed: "×",
  gone: "◌",
  unsaid: "◌",
};

const resultShapes: Record<TargetResult, string> = {
  reached: "●",
  partly_reached: "◐",
  not_reached: "▲",
  given_up: "×",
};

function Became({
  reading,
  promise: { outcome, on },
}: {
  reading: PageContext;
  promise: PromiseOf<Project>;
}) {
  return (
    <span className={outcome.kind === "late" ? "font-semibold text-warning" : ""}>
      <span aria-hidden="true" className="mr-1.5">
        {outcome.kind === "result" ? resultShapes[outcome.result] : shapes[outcome.kind]}
      </span>
      <OutcomeWords locale={reading.locale} outcome={outcome} on={on} />
    </span>
  );
}

function OutcomeWords({ locale, outcome, on }: { locale: string; outcome: Outcome; on: Day }) {
  const t = useTranslations();
  const date = (value: PartialDate) => formatPartialDate(value, locale);
  switch (outcome.kind) {
    case "done":
      return outcome.on
        ? t("public.project.doneOn", { date: date(outcome.on) })
        : t("public.project.done");
    case "late":
      return t("promises.happened.late", { day: date(on) });
    case "open":
      return t("public.project.open");
    case "dropped":
      return t.rich("public.project.dropped", {
        reason: () => <Content>{outcome.reason}</Content>,
      });
    case "closed":
      return t(`choices.closing.${outcome.closing}`);
    case "result":
      return [t(`choices.targetResult.${outcome.result}`), outcome.on && date(outcome.on)]
        .filter(Boolean)
        .join(", ");
    case "gone":
      return t("promises.happened.gone", { date: date(outcome.since) });
    case "unsaid":
      return t("promises.happened.unsaid");
  }
}
