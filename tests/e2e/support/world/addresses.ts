import type { World } from "@/tests/support/world";

/** The projects of the world that say most, or that a page of the office treats in a way of its own. */
const specialProjects = [
  "full",
  "awkward",
  "atTheLimit",
  "zero",
  "bare",
  "late",
  "withheld",
  "corrected",
  "closed_merged_into",
  "rated_completion_limited",
  "fullOfIndonesia",
  "fullOfCambodia",
];

function isSpecial([name]: [string, unknown]): boolean {
  return specialProjects.includes(name);
}

/**
 * Where the world's public pages begin, in a language: the network, its three cities, and projects of the world, all of
 * them in English.
 */
export function publicStart({ projects, reports }: World, locale: string): string[] {
  const shown = Object.entries(projects).filter((each) => locale === "en" || isSpecial(each));
  const full = projects["full"];
  const moved = `/${locale}/cities/${full?.city}/projects/${full?.slug}`;
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return [
    `/${locale}`,
    `/${locale}?asOf=${yesterday}`,
    ...["phuket", "makassar", "battambang"].map((city) => `/${locale}/cities/${city}`),
    ...shown.map(([, { city, slug }]) => `/${locale}/cities/${city}/projects/${slug}`),
    ...[1, 2, 3].map((number) => `${moved}/editions/${number}`),
    `${moved}/changes`,
    `${moved}/changes?since=2024-12-31`,
    `${moved}?asOf=2025-12-31`,
    `/${locale}/cities/phuket/changes?since=2024-12-31`,
    `/${locale}/changes?since=2024-12-31`,
    `/${locale}/compare?city=phuket&city=makassar&city=battambang`,
    `/${locale}/compare?${["full", "awkward", "zero", "bare"].map((name) => `project=${projects[name]?.id}`).join("&")}`,
    `/${locale}/outcomes/sustainable-environment`,
    `/${locale}/reports/${reports.frozen}`,
    `/${locale}/reports/${reports.frozen}/1`,
    `/${locale}/reports/${reports.frozen}/cities/phuket`,
    `/${locale}/reports/${reports.frozen}/2/print`,
    `/${locale}/feedback?about=/cities/phuket`,
    `/${locale}/feedback?about=/cities/phuket&kind=translation`,
    `/${locale}/embed/cities/phuket`,
    `/${locale}/embed${moved.slice(locale.length + 1)}`,
  ];
}

/** Everybody who works in the office, and where what is theirs begins. */
export function officeStart(world: World): { who: [string, string?]; start: string[] }[] {
  const { projects, submissions, plans, feedback, reports } = world;
  const selected = Object.entries(projects)
    .filter(isSpecial)
    .map(([, project]) => project);
  const sent = (...names: string[]) =>
    names.map((name) => `/office/submissions/${submissions[name]}`);
  const records = (city: "phuket" | "makassar" | "battambang") => [
    `/office/plans/${plans[city]}`,
    `/office/plans/${plans[city]}/outcomes`,
    `/office/plans/${plans[city]}/profile`,
    `/office/plans/${plans[city]}/profile/history`,
    ...selected.filter((each) => each.city === city).map(({ id }) => `/office/projects/${id}`),
  ];
  const full = projects["full"]?.id;
  const { draft } = world;
  const ofCambodia = ["to_be_cleared", "held", "cleared", "asked_by_country", "plan"];
  return [
    {
      who: ["editor", "phuket"],
      start: [
        ...records("phuket"),
        ...sent("discussed"),
        `/office/projects/${full}/history`,
        `/office/projects/${full}/history/restore?edition=1`,
        `/office/projects/${draft.id}`,
        `/office/projects/${draft.id}/history`,
        `/office/projects/${draft.id}/history/restore?change=${draft.changeId}&side=before`,
        `/office/feedback/${feedback["new"]}`,
      ],
    },
    {
      who: ["lead", "phuket"],
      start: [
        `/office/plans/${plans["phuket"]}/import/${world.importId}`,
        `/office/projects/${full}`,
        ...sent("waiting", "claimed", "scheduled", "asked", "discussed"),
      ],
    },
    { who: ["lead", "makassar"], start: [...sent("handed_over", "withdrawn", "closing")] },
    { who: ["lead", "battambang"], start: [...records("battambang"), ...sent(...ofCambodia)] },
    { who: ["representative", "KH"], start: sent(...ofCambodia) },
    {
      who: ["reviewer"],
      start: [
        ...sent(...Object.keys(submissions)),
        ...selected.map(({ id }) => `/office/published/${id}`),
        `/office/published/${plans["phuket"]}`,
        `/office/published/${plans["phuket"]}/assessments`,
        ...["decided", "clearance", "decision"].map((part) => `/office/submissions?part=${part}`),
      ],
    },
    {
      who: ["administrator"],
      start: [
        ...Object.values(world.people).map((id) => `/office/people/${id}`),
        ...Object.values(feedback).map((id) => `/office/feedback/${id}`),
        "/office/feedback?state=all",
        `/office/reports/${reports.open}`,
        `/office/reports/${reports.frozen}`,
        "/office/mail",
      ],
    },
  ].map(({ who, start }) => ({ who: who as [string, string?], start: ["/office", ...start] }));
}
