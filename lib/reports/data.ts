import "server-only";
import { toWord } from "@/lib/domain/open-data/word";
import { countedFacts, editionName, listFigures } from "@/lib/domain/report/list";
import type { CountedReport } from "@/lib/queries/public/report-figures";

/**
 * Returns a freeze as open data: every figure with the editions that it counts, and the counted facts of those
 * editions.
 */
export function toReportData({ report, freeze, before, printed, figures }: CountedReport) {
  return {
    report: { slug: report.slug, name: report.name, asOf: report.asOf },
    freeze: toFreezeData(freeze),
    comparedWith: before && { report: before.slug, freeze: before.number, asOf: before.asOf },
    figures: listFigures(figures).map(({ table, row, column, value, projects }) => ({
      table,
      row: toWord(row),
      column: toWord(column),
      value,
      editions: projects.map(editionName),
    })),
    changes: figures.changes?.map(({ project, before: former, kinds, slip }) => ({
      edition: editionName(project),
      before: former && editionName(former),
      formerTitle:
        former && former.fields.title !== project.fields.title ? former.fields.title : null,
      kinds: kinds.map(toWord),
      slip,
    })),
    late: figures.late.map(({ project, title, due, state }) => ({
      edition: editionName(project),
      milestone: title,
      due,
      state,
    })),
    indicators: figures.indicators.map(({ project, indicator, latest, attainment, course }) => ({
      edition: editionName(project),
      name: indicator.name,
      unit: indicator.unit,
      baseline: indicator.baseline,
      target: indicator.target,
      targetOn: indicator.targetOn,
      latest: latest && { on: latest.on, value: latest.value },
      attainmentPercent: "why" in attainment ? null : attainment.percent,
      isOnCourse: "why" in course ? null : course.isOnCourse,
    })),
    support: figures.support.flatMap(({ kind, open, met }) =>
      [...open, ...met].map(({ project, need }) => ({
        edition: editionName(project),
        kind,
        text: need.text,
        isMet: need.isMet,
      })),
    ),
    printed: printed && {
      title: printed.title,
      source: printed.source,
      figures: figures.printed.map(({ count: _, ...figure }) => figure),
    },
    editions: [...figures.projects, ...figures.plans].map((edition) => ({
      name: editionName(edition),
      ...countedFacts(edition),
    })),
  };
}

/** Returns the fields that identify a freeze. */
function toFreezeData(freeze: {
  number: number;
  frozenAt: Date;
  correction: string;
  hash: string;
}) {
  const { number, frozenAt, correction, hash } = freeze;
  return { number, frozenAt, correction, hash };
}
