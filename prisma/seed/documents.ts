import { readFileSync } from "node:fs";
import type { Day } from "@/lib/domain/values/day";
import { lastDayOf, type PartialDate } from "@/lib/domain/values/partial-date";
import type { CityHistory, ProjectHistory } from "./history-data";
import { toWords } from "./wording";

/** A document as a source of an edition, with its title and address. */
export type Source = { title: string; address: string };

/** The day on which the network endorsed the action plans of its first 26 cities. */
export const planDay: Day = "2018-07-08";

/** The network's own documents, by the short names that the history uses, with the day from which each was known. */
const networkDocuments = {
  SCAP: {
    on: planDay,
    title: "ASCN: Smart City Action Plans of the first 26 cities (2018)",
    address: "https://asean.org/wp-content/uploads/2019/02/ASCN-Consolidated-SCAPs.pdf",
  },
  R19: {
    on: "2019-08-23",
    title: "ASCN report of the chairmanship 2019",
    address: "https://asean.org/wp-content/uploads/2021/08/ASCN2019-Report.pdf",
  },
  ME22: {
    on: "2022-09-21",
    title: "ASCN monitoring report 2022",
    address:
      "https://asean.org/wp-content/uploads/2022/10/2022-ASCN-ME-Report-Final_21Sep2022-for-public.pdf",
  },
  ME23: {
    on: "2023-08-14",
    title: "ASCN monitoring report 2023",
    address:
      "https://asean.org/wp-content/uploads/2023/09/2023-ASCN-ME-Report-Final_14Aug2023-for-public.pdf",
  },
  ME24: {
    on: "2024-09-25",
    title: "ASCN monitoring report 2024",
    address:
      "https://asean.org/wp-content/uploads/2024/10/2024-ASCN-ME-Report-Final_25Sep2024-for-public.pdf",
  },
  ME25: {
    on: "2025-09-30",
    title: "ASCN monitoring report 2025",
    address:
      "https://asean.org/wp-content/uploads/2025/11/2025-ASCN-ME-Report-Final_30Sep2025-for-public.pdf",
  },
} as const satisfies Record<string, { on: Day } & Source>;

const { SCAP, ME22, ME23, ME24, ME25 } = networkDocuments;

/** The network's monitoring reports, by the day of their information. */
export const reports = [ME22, ME23, ME24, ME25] as const;

/** The address of the 2018 plans. */
export const planAddress = SCAP.address;

/** Returns the address of the report whose information is of this day. */
export function getReportAddress(day: Day): string {
  const found = reports.find((report) => report.on === day);
  if (!found) throw new Error(`No report of ${day}`);
  return found.address;
}

/** The documents with their titles, and the day from which the content of each was known. */
export class Documents {
  private readonly days: Map<string, Day>;
  /** The publisher of each host. */
  private readonly publishers: Record<string, string>;

  constructor(history: CityHistory[]) {
    const file = new URL("./data/publishers.json", import.meta.url);
    this.publishers = JSON.parse(readFileSync(file, "utf8"));
    const named = history.flatMap(({ projects }) => projects.flatMap(statements));
    this.days = new Map(named.map(({ source, asOf }) => [source, asOf]));
  }

  /**
   * Returns the day from which the content of a document was known: that of a document of the network, the day that the
   * history gives, or the date in the address of an article (the last day of a month). `fallback` when none of them is
   * known.
   */
  knownOn(source: string, fallback: Day): Day {
    const date = networkDocument(source)?.on ?? this.days.get(source) ?? dateInAddress(source);
    return date ? lastDayOf(date) : fallback;
  }

  /**
   * Returns the document as a source, with a link to its page when the page is known. Throws for a host without a
   * publisher.
   */
  toSource(source: string, page: number | null = null): Source {
    const known = networkDocument(source);
    if (known) {
      const { title, address } = known;
      return page === null
        ? { title, address }
        : { title: `${title}, page ${page}`, address: `${address}#page=${page}` };
    }
    const date = this.days.get(source) ?? dateInAddress(source);
    const title = [this.publisherOf(source), date && toWords(date)].filter(Boolean).join(", ");
    return { title, address: source };
  }

  private publisherOf(address: string): string {
    const host = new URL(address).host.replace(/^www\./u, "");
    const name = this.publishers[host];
    if (!name) throw new Error(`A source without a publisher: ${address}`);
    return name;
  }
}

/** Returns every statement of a project's history with its document. */
export function statements(project: ProjectHistory) {
  return [
    ...project.editions,
    ...project.milestones.flatMap((milestone) => milestone.said),
    ...project.indicators.flatMap((indicator) => [...indicator.targets, ...indicator.readings]),
  ];
}

function networkDocument(source: string): ({ on: Day } & Source) | undefined {
  if (Object.hasOwn(networkDocuments, source))
    return networkDocuments[source as keyof typeof networkDocuments];
  return Object.values(networkDocuments).find((document) => document.address === source);
}

/** Finds the date in the address of an article, such as "/2025/12/21/" or "/2023/12/". */
function dateInAddress(address: string): PartialDate | null {
  const found = /\/(20\d{2})\/?(0[1-9]|1[0-2])(?:\/([0-3]\d))?\//u.exec(address);
  return found?.slice(1).filter(Boolean).join("-") ?? null;
}
