import "server-only";
import { editionName } from "@/lib/domain/report/list";
import type { ReportIndicator } from "@/lib/domain/report/needs";
import type { Sheet } from "@/lib/domain/sheet/sheet";
import {
  dateColumn,
  longTextColumn,
  numberColumn,
  proofColumn,
  sheetOf,
  textColumn,
  type Use,
} from "@/lib/reports/sheets/columns";
import { reportWords as t, titleOf } from "@/lib/reports/words";

/** Returns the indicators of the projects of a report. */
export function indicatorSheet(indicators: ReportIndicator[], use: Use): Sheet {
  return sheetOf<ReportIndicator>(
    t("indicators.title"),
    indicators,
    [
      longTextColumn(t("indicators.indicator"), ({ indicator }) => indicator.name),
      textColumn(t("sheet.unit"), ({ indicator }) => indicator.unit),
      textColumn(t("page.row.city"), ({ project }) => project.city.name),
      longTextColumn(t("city.project"), ({ project }) => titleOf(project)),
      numberColumn(t("indicators.latest"), ({ latest }) => latest?.value ?? null),
      dateColumn(t("sheet.latestOn"), ({ latest }) => latest?.on ?? null),
      numberColumn(t("indicators.target"), ({ indicator }) => indicator.target),
      dateColumn(t("sheet.targetOn"), ({ indicator }) => indicator.targetOn),
      numberColumn(t("sheet.attained"), ({ attainment }) =>
        "why" in attainment ? null : attainment.percent,
      ),
      textColumn(t("indicators.course"), ({ course }) => t(`indicators.${courseWord(course)}`)),
      proofColumn(t("sheet.edition"), ({ project }) => editionName(project)),
    ],
    use,
  );
}

function courseWord(course: ReportIndicator["course"]) {
  if ("why" in course) return "notSaid";
  return course.isOnCourse ? "onCourse" : "offCourse";
}
