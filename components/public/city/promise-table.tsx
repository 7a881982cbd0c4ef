import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { OutcomeWords } from "@/components/public/shared/outcome-words";
import { ProjectTitle } from "@/components/public/shared/project-title";
import { formatPartialDate } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import { moveWords } from "@/lib/domain/progress/change-words";
import { groupOf, type Outcome, type PromiseOf } from "@/lib/domain/progress/promises";
import type { TargetResult } from "@/lib/domain/record/plan";
import type { ProjectFields } from "@/lib/domain/record/project";
import { type PageContext, recordAddress } from "@/lib/domain/site/page-context";
import type { PartialDate } from "@/lib/domain/values/partial-date";

type Project = { slug: string; citySlug: string; fields: ProjectFields };

/** Shows promises with their dates and their outcomes according to the editions, as a shape and a word. */
export function PromiseTable({
  context,
  promises,
  isOfProject = false,
}: {
  context: PageContext;
  promises: PromiseOf<Project>[];
  /** True on the page of the project that made all of them. */
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
          <time key="due" dateTime={promise.due}>
            {formatPartialDate(promise.due, context.locale)}
          </time>,
          <PromiseSubject
            key="what"
            context={context}
            promise={promise}
            isOfProject={isOfProject}
          />,
          <PromiseOutcome key="became" context={context} promise={promise} />,
        ],
      }))}
    />
  );
}

function PromiseSubject({
  context,
  promise: { of, title, note, move, former, project },
  isOfProject,
}: {
  context: PageContext;
  promise: PromiseOf<Project>;
  isOfProject: boolean;
}) {
  const t = useTranslations();
  const date = (on: PartialDate) => formatPartialDate(on, context.locale);
  return (
    <span className="flex max-w-text flex-col">
      {of === "end" ? t("promises.happened.plannedEnd") : <Content>{title}</Content>}
      {move && (
        <span className="text-small">
          {t("promises.happened.first", { date: date(move.from) })}: {moveWords(move, date, t)}
          {former.length > 1 &&
            `. ${t("promises.happened.between", { dates: former.slice(1).map(date).join(", ") })}`}
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
              href={recordAddress(context, { ...project, kind: "project" })}
            >
              <ProjectTitle locale={context.locale} fields={project.fields} />
            </a>
          ) : (
            t("promises.happened.planTarget")
          )}
        </span>
      )}
    </span>
  );
}

const shapes: Record<Exclude<Outcome["kind"], "result" | "measured">, string> = {
  done: "●",
  late: "▲",
  open: "○",
  dropped: "×",
  closed: "×",
  gone: "◌",
  silent: "◌",
};

const resultShapes: Record<TargetResult, string> = {
  reached: "●",
  partly_reached: "◐",
  not_reached: "▲",
  given_up: "×",
};

function shapeOf(outcome: Outcome) {
  if (outcome.kind === "result") return resultShapes[outcome.result];
  if (outcome.kind === "measured") return outcome.isReached ? "●" : "▲";
  return shapes[outcome.kind];
}

function PromiseOutcome({
  context,
  promise,
}: {
  context: PageContext;
  promise: PromiseOf<Project>;
}) {
  return (
    <span className={groupOf(promise) === "late" ? "font-semibold text-warning" : ""}>
      <span aria-hidden="true" className="mr-1.5">
        {shapeOf(promise.outcome)}
      </span>
      <OutcomeWords locale={context.locale} outcome={promise.outcome} />
    </span>
  );
}
