import type { Day } from "@/lib/domain/values/day";

const plans2018 = "https://asean.org/wp-content/uploads/2019/02/ASCN-Consolidated-SCAPs.pdf";

/** The day on which the network endorsed the action plans of its first 26 cities. */
export const planDay: Day = "2018-07-08";

/** The network's monitoring reports, by the day their information holds for. */
export const reports = [
  { on: "2022-09-21", title: "ASCN monitoring report 2022" },
  { on: "2023-08-14", title: "ASCN monitoring report 2023" },
  { on: "2024-09-25", title: "ASCN monitoring report 2024" },
  { on: "2025-09-30", title: "ASCN monitoring report 2025" },
] as const satisfies { on: Day; title: string }[];

/** Documents of the network, with the day from which on what they say was known. */
const networkDocuments: Record<string, { title: string; on: Day }> = {
  [plans2018]: {
    title: "ASCN: Smart City Action Plans of the first 26 cities (2018)",
    on: planDay,
  },
  "https://asean.org/wp-content/uploads/2021/08/ASCN2019-Report.pdf": {
    title: "ASCN report of the chairmanship 2019",
    on: "2019-08-23",
  },
  "https://asean.org/wp-content/uploads/2022/10/2022-ASCN-ME-Report-Final_21Sep2022-for-public.pdf":
    reports[0],
  "https://asean.org/wp-content/uploads/2023/09/2023-ASCN-ME-Report-Final_14Aug2023-for-public.pdf":
    reports[1],
  "https://asean.org/wp-content/uploads/2024/10/2024-ASCN-ME-Report-Final_25Sep2024-for-public.pdf":
    reports[2],
  "https://asean.org/wp-content/uploads/2025/11/2025-ASCN-ME-Report-Final_30Sep2025-for-public.pdf":
    reports[3],
};

/** What others wrote, titled in our words. */
const otherDocuments: Record<string, string> = {
  "https://docslib.org/doc/11581072/due-diligence-report-cam-second-urban-environmental-management-in-the-tonle-sap-basin-project":
    "Asian Development Bank: due diligence for the second Tonle Sap urban environment project",
  "http://www.ifg.cc/aktuelles/nachrichten/regionen/235-vn-vietnam/63218-vn-siem-reap-smart-city-goal-on-track-for-2035.html":
    "ifg.cc: Siem Reap's smart city goal for 2035",
  "https://starofcambodia.com/?p=11050": "Star of Cambodia: the 38 roads of Siem Reap",
  "https://publicadministration.un.org/unpsa/en/Home/Case-Details-Public?PreScreeningGUID=fc7f390c-201b-468d-b313-27ead07dd945&ReadOnly=Yes&ReturnURL=http://publicadministration.un.org/unpsa/innovation-hub/Special-Category-on-covid-19-response":
    "United Nations Public Service Awards: Smart Kampung of Banyuwangi",
  "https://seblang.com/berita/smart-kampung-banyuwangi-dipresentasikan-di-forum-smart-city-asean-di-laos/2":
    "Seblang: Smart Kampung presented at the 2024 forum in Laos",
  "https://events.development.asia/materials/20231206/luang-prabang-smart-and-integrated-urban-strategy-report-series":
    "Development Asia: Luang Prabang's integrated urban strategy",
  "https://smartcitytoolkit.asean.org/?p=1758": "ASEAN smart city financing toolkit",
  "https://thestar.com.my/aseanplus/aseanplus-news/2023/12/11/asian-development-bank-to-support-urban-environmental-improvement-in-laos039-luang-prabang":
    "The Star: development bank supports Luang Prabang's environment",
  "https://laotiantimes.com/2026/01/29/asian-development-bank-urges-faster-infrastructure-delivery-as-vientianes-bus-rapid-transit-system-stalls/":
    "The Laotian Times: Vientiane's bus rapid transit stalls",
  "https://vientianetimes.org.la/freefreenews/freecontent_212_vientiane_y24.php":
    "Vientiane Times: works for bus rapid transit in 2024",
  "https://www.adb.org/projects/45041-002/main":
    "Asian Development Bank: sustainable urban transport in Vientiane",
  "https://www.theborneopost.com/2021/03/11/smart-traffic-light-system-reduces-travel-time-by-48-pct-in-kuching-says-lee/":
    "The Borneo Post: travel time with Kuching's smart traffic lights",
  "https://www.theborneopost.com/2022/05/25/lee-plans-afoot-to-increase-smart-traffic-light-junctions/":
    "The Borneo Post: more junctions with smart traffic lights",
  "https://mb.com.ph/2025/12/26/cebu-brt-stumbles-completion-at-risk-says-world-bank":
    "Manila Bulletin: completion of Cebu's bus rapid transit at risk",
  "https://cebudailynews.inquirer.net/582851/world-bank-trunk-line-of-cebu-brt-may-be-completed-this-august":
    "Cebu Daily News: trunk line of Cebu's bus rapid transit",
  "https://www.adb.org/projects/45296-006/main":
    "Asian Development Bank: public transport modernisation in Davao",
  "https://www.manila-shimbun.com/category/english/news271570.html":
    "The Daily Manila Shimbun: loans for Davao's public transport",
  "https://en.vietnamplus.vn/da-nang-launches-intelligent-operation-centre/266207.vnp":
    "VietnamPlus: Da Nang opens its operations centre",
  "https://baodanang.vn/english/business/202210/positive-results-from-smart-city-project-3928631":
    "Da Nang newspaper: results of the smart city project",
  "https://english.hanoi.gov.vn/direction-of-hanoi-peoples-committee/hanoi-to-launch-smart-city-operations-center-in-20262027-2655260415143049673.htm":
    "Ha Noi: operations centre planned for 2026 to 2027",
};

/** The document at this address as a source; throws for one that nobody has titled yet. */
export function getDocument(address: string): { title: string; address: string } {
  const title = networkDocuments[address]?.title ?? otherDocuments[address];
  if (!title) throw new Error(`A source without a title: ${address}`);
  return { title, address };
}

/**
 * Whether what the document says belongs to information of that day: it is the network's own and no younger.
 * The press and the banks wrote at other times, so what they say has no day of its own.
 */
export function isKnownOn(address: string | undefined, day: Day): boolean {
  const document = address === undefined ? undefined : networkDocuments[address];
  return document !== undefined && document.on <= day;
}

/** The address of the 2018 plans. */
export const planAddress = plans2018;

/** The address of the report whose information holds for this day. */
export function getReportAddress(day: Day): string {
  const found = Object.entries(networkDocuments).find(([, document]) => document.on === day);
  if (!found) throw new Error(`No report of ${day}`);
  return found[0];
}
