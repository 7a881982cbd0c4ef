import type { PrintedFigure } from "@/lib/domain/report/printed";

/** A printed figure without the defaults. */
type Printed = Omit<PrintedFigure, "row" | "explanation"> & { row?: string; explanation?: string };

const areas = [
  "civic-social",
  "health-wellbeing",
  "safety-security",
  "quality-environment",
  "built-infrastructure",
  "industry-innovation",
];

/** The figures in the text, charts and exhibits of each report, by its day, with the reason why our count differs. */
export const printedFigures: Record<string, Printed[]> = {
  "2022-09-21": [
    ...totals(77, 26),
    ...stages([
      [
        17,
        "Of two projects the report shows the stage only by an icon that we cannot tell apart. They count as not stated here; the printed figures fit one of them as planning and one as ongoing.",
      ],
      [58, "See planning: one of the two projects whose icon we cannot tell apart."],
      [2],
    ]),
    ...stagePercents([
      [22.1, "One project fewer than printed, see the number of projects in planning."],
      [75.3, "One project fewer than printed, see the number of ongoing projects."],
      [
        2.94,
        "Two of 77 projects are 2.60 %. With the printed 2.94 % the three shares of the report add up to 100.3 %.",
      ],
    ]),
    ...areaPercents([[29], [6], [13], [22], [25], [5]]),
  ],
  "2023-08-14": [
    ...totals(86, 26),
    ...stages([
      [
        17,
        "Of five projects the report shows the stage only by an icon that we cannot tell apart. They count as not stated here; the printed figures fit three of them as planning and two as ongoing.",
      ],
      [67, "See planning: two of the five projects whose icons we cannot tell apart."],
      [2],
    ]),
    ...stagePercents([
      [19.8, "Three projects fewer than printed, see the number of projects in planning."],
      [77.9, "Two projects fewer than printed, see the number of ongoing projects."],
      [2.3],
    ]),
    ...areaPercents([
      [
        30,
        "The report's own appendix lists 25 of 86 projects in this area. The printed share fits 26: its chart seems to count one of Industry & Innovation here.",
      ],
      [6],
      [12],
      [21],
      [23],
      [
        8,
        "The report's own appendix lists 8 of 86 projects in this area. The printed share fits 7: see Civic and Social.",
      ],
    ]),
  ],
  "2024-09-25": [
    ...totals(108, 31),
    ...stages([
      [
        16,
        "Of five projects the report shows the stage only by an icon that we cannot tell apart. They count as not stated here; the printed figures fit three of them as planning and two as ongoing.",
      ],
      [81, "See planning: two of the five projects whose icons we cannot tell apart."],
      [11],
    ]),
    ...stagePercents([
      [14.8, "Three projects fewer than printed, see the number of projects in planning."],
      [75, "Two projects fewer than printed, see the number of ongoing projects."],
      [10.2],
    ]),
    ...areaPercents([
      [
        27,
        "The report's own appendix lists 28 of 108 projects in this area. The printed share fits 29: chart and appendix of this report disagree.",
      ],
      [6],
      [
        12,
        "The report's own appendix lists 12 of 108 projects in this area. The printed share fits 13: chart and appendix of this report disagree.",
      ],
      [
        18,
        "The report's own appendix lists 20 of 108 projects in this area. The printed share fits 19: chart and appendix of this report disagree.",
      ],
      [26],
      [
        11,
        "The report's own appendix lists 14 of 108 projects in this area. The printed share fits 12: chart and appendix of this report disagree.",
      ],
    ]),
  ],
  "2025-09-30": [
    ...totals(134, 35),
    ...stages([[8], [108], [18]]),
    ...stagePercents([[6], [81], [13]]),
    ...areaPercents([
      [25],
      [6],
      [14],
      [
        18,
        "The report's own appendix lists 25 of 134 projects in this area, which is 18.7 %. The printed share fits 24: chart and appendix of this report disagree.",
      ],
      [
        25,
        "The report's own appendix lists 32 of 134 projects in this area, which is 23.9 %. The printed share fits 33: chart and appendix of this report disagree.",
      ],
      [12],
    ]),
    ...countries({ BN: 7, KH: 17, ID: 18, LA: 9, MY: 29, MM: 14, PH: 8, SG: 6, TH: 20, VN: 6 }),
  ],
};

type Said = [value: number, explanation?: string];

function totals(projects: number, cities: number): Printed[] {
  return [
    { table: "total", unit: "count", value: projects },
    { table: "cities", unit: "count", value: cities },
  ];
}

function stages(said: [planning: Said, ongoing: Said, completed: Said]): Printed[] {
  return toFigures("stage", "count", ["planning", "ongoing", "completed"], said);
}

function stagePercents(said: [planning: Said, ongoing: Said, completed: Said]): Printed[] {
  return toFigures("stage", "percent", ["planning", "ongoing", "completed"], said);
}

function areaPercents(said: Said[]): Printed[] {
  return toFigures("focusArea", "percent", areas, said);
}

function countries(numbers: Record<string, number>): Printed[] {
  const said = Object.values(numbers).map((value): Said => [value]);
  return toFigures("country", "count", Object.keys(numbers), said);
}

function toFigures(
  table: Printed["table"],
  unit: Printed["unit"],
  rows: string[],
  said: Said[],
): Printed[] {
  return said.flatMap(([value, explanation], index) => {
    const row = rows[index];
    return row ? { table, unit, row, value, ...(explanation && { explanation }) } : [];
  });
}
