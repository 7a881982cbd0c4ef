import "server-only";
import { editionName } from "@/lib/domain/report/list";
import type { ReportIndicator } from "@/lib/domain/report/needs";
import type { Sheet } from "@/lib/domain/sheet/sheet";
import { date, long, number, proof, sheetOf, text, type Use } from "@/lib/reports/sheets/columns";
import { reportWords as t, titleOf } from "@/lib/reports/words";

/** What the projects of a report measure. */
export function indicatorSheet(indicators: ReportIndicator[], use: Use): Sheet {
  return sheetOf<ReportIndicator>(
    t("indicators.title"),
    indicators,
    [
      long(t("indicators.indicator"), ({ indicator }) => indicator.name),
      text(t("sheet.unit"), ({ indicator }) => indicator.unit),
      text(t("page.row.city"), ({ project }) => project.city.name),
      long(t("city.project"), ({ project }) => titleOf(project)),
      number(t("indicators.latest"), ({ latest }) => latest?.value ?? null),
      date(t("sheet.latestOn"), ({ latest }) => latest?.on ?? null),
      number(t("indicators.target"), ({ indicator }) => indicator.target),
      date(t("sheet.targetOn"), ({ indicator }) => indicator.targetOn),
      number(t("sheet.attained"), ({ attainment }) =>
        "why" in attainment ? null : attainment.percent,
      ),
      text(t("indicators.course"), ({ course }) => t(`indicators.${courseWord(course)}`)),
      proof(t("sheet.edition"), ({ project }) => editionName(project)),
    ],
    use,
  );
}

function courseWord(course: ReportIndicator["course"]) {
  if ("why" in course) return "notSaid";
  return course.isOnCourse ? "onCourse" : "offCourse";
}
