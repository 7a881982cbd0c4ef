import { readFileSync } from "node:fs";
import { NextIntlClientProvider } from "next-intl";
import { createElement, Fragment, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { PromiseTable } from "@/components/public/city/promise-table";
import { OrganisationFacts } from "@/components/public/lists/organisation-facts";
import { PartnerProjects } from "@/components/public/lists/partner-projects";
import { PartnerTable } from "@/components/public/lists/partner-table";
import { LateProjects } from "@/components/public/network/late-projects";
import { MilestoneTable } from "@/components/public/project/milestone-table";
import { Partners } from "@/components/public/shared/partners";
import { formatLocale, type Locale, locales } from "@/lib/domain/language/locale";
import { partnerSlugsOf } from "@/lib/domain/organisation/partner";
import { aggregateOf } from "@/lib/domain/progress/aggregate";
import { lateReasons } from "@/lib/domain/progress/late";
import type { Outcome, PromiseOf } from "@/lib/domain/progress/promises";
import { targetResults } from "@/lib/domain/record/plan";
import { closings, emptyProject } from "@/lib/domain/record/project";
import { aMilestone } from "@/tests/support/examples";
import { words } from "../../messages/en/index";

/** Every possible outcome of a promise. A new kind of outcome does not compile without its row here. */
const outcomes: Record<Outcome["kind"], Outcome[]> = {
  done: [
    { kind: "done", on: "2025-02", late: null },
    { kind: "done", on: null, late: null },
    ...[0, 1, 14].map((months): Outcome => {
      const late = { from: "2024", to: "2025-02", months };
      return { kind: "done", on: "2025-02", late };
    }),
  ],
  late: [{ kind: "late", reportedOn: "2025-09-30" }],
  open: [{ kind: "open" }],
  dropped: [{ kind: "dropped", reason: "No money came" }],
  closed: closings.map((closing) => ({ kind: "closed", closing })),
  result: targetResults.map((result) => ({ kind: "result", result, on: "2025" })),
  gone: [{ kind: "gone", since: "2024-09-25" }],
  silent: [
    { kind: "silent", reportedOn: "2025-09-30" },
    { kind: "silent", reportedOn: null },
  ],
  measured: [true, false].map((isReached) => ({
    ...{ kind: "measured", isReached, value: 4, unit: "routes", on: "2023-04" },
  })),
};

const milestones = [
  aMilestone({ title: "A step that was done", dueOn: "2024", doneOn: "2025-02" }),
  aMilestone({ title: "A step given up", dueOn: "2024", droppedReason: "No money came" }),
  aMilestone({ title: "A step to come", note: "In two parts" }),
];

// next-intl reports missing messages with console.error, which fails the test (tests/support/console-errors.ts).
describe.each(locales)("in the language %s", (locale) => {
  const context = { locale, asOf: null };

  test("every outcome of a promise has a text", () => {
    const all = Object.values(outcomes).flat();
    const promises = all.map(
      (outcome, index): PromiseOf<never> => ({
        id: String(index),
        of: "milestone",
        title: `Promise ${index}`,
        note: "",
        due: "2024",
        former: ["2021", "2022-06"],
        move: { from: "2021", to: "2024", months: 36 },
        outcome,
        project: null,
      }),
    );
    const html = render(locale, createElement(PromiseTable, { context, promises }));
    expect(html.match(/<tr/gu)).toHaveLength(all.length + 1);
    expect(html).toContain('<span lang="en">No money came</span>');
  });

  test("a milestone is shown as done, dropped and open", () => {
    const html = render(locale, createElement(MilestoneTable, { context, milestones }));
    expect(html).toContain('<span lang="en">No money came</span>');
  });

  test("a partner is told by the organisation that is meant, and else as it is written", () => {
    const jica = {
      slug: "jica",
      name: "Japan International Cooperation Agency (JICA)",
      kind: "donor",
      countryCode: "JP",
    } as const;
    const partners = [
      { id: "a", name: "JICA", kind: null, role: "Paid for it" },
      { id: "b", name: "Some friends", kind: "ngo", role: "" },
    ] as const;
    const html = render(
      locale,
      createElement(Partners, {
        context,
        partners: [...partners],
        slugs: partnerSlugsOf([...partners], { a: jica }),
        organisations: { a: jica },
        since: null,
      }),
    );
    const japan = new Intl.DisplayNames(formatLocale(locale), { type: "region" }).of("JP");
    expect(html).toContain(`href="/${locale}/partners/jica"`);
    expect(html).toContain(`href="/${locale}/partners/some-friends"`);
    expect(html).toContain(`<span lang="en">${jica.name}</span>`);
    expect(html).toContain(String(japan));
    expect(html).not.toMatch(/\b(?:partners|choices)\.\w/u);
  });

  test("partners are listed with kind and country, and an organisation with its other names", () => {
    const bank = { slug: "adb", name: "ADB", kind: "bank", countryCode: null } as const;
    const counts = { projects: 2, cities: 1 };
    const partners = [
      { slug: "adb", name: "ADB", organisation: bank, ...counts },
      { slug: "friends", name: "Friends", organisation: null, ...counts },
    ];
    const names = [{ name: "ADB" }, { name: "Asian Development Bank" }, { name: "A.D.B." }];
    const html = render(
      locale,
      createElement(Fragment, null, [
        createElement(PartnerTable, { key: "list", context, partners }),
        createElement(OrganisationFacts, {
          key: "facts",
          context,
          organisation: { ...bank, names },
        }),
      ]),
    );
    expect(html).toContain('<span lang="en">Asian Development Bank</span>');
    expect(html).not.toContain("A.D.B.");
    expect(html).not.toMatch(/\b(?:partners|choices)\.\w/u);
  });

  test("a project of a partner is told with the name that it writes", () => {
    const project = {
      id: "a",
      slug: "a-bridge",
      citySlug: "phuket",
      cityName: "Phuket",
      edition: { origin: "documents" as const },
      fields: {
        ...emptyProject("A bridge"),
        partners: [{ id: "p", name: "A.D.B. Group", kind: null, role: "Paid for it" }],
      },
      organisations: { p: { slug: "adb", name: "ADB" } },
    };
    const rows = { context, label: "Where", slug: "adb", projects: [project] };
    const html = render(locale, createElement(PartnerProjects, rows));
    expect(html).toContain('<span lang="en">A.D.B. Group</span>');
    expect(html).toContain("Paid for it");
  });

  test.each(lateReasons)("a project is told %s", (reason) => {
    const projects = [
      {
        id: "a",
        slug: "a-bridge",
        citySlug: "phuket",
        cityName: "Phuket",
        effectiveOn: "2025-09-30",
        reasons: [reason],
        fields: { ...emptyProject("A bridge"), endsOn: "2024", scheduleReason: "The flood" },
      },
    ];
    const html = render(
      locale,
      createElement(LateProjects, { context, aggregate: aggregateOf([]), projects, filters: {} }),
    );
    expect(html).toContain("A bridge");
    expect(html).not.toMatch(/\b(?:public|network|choices)\.\w/u);
  });
});

/** Renders a part of a public page as a visitor gets it. */
function render(locale: Locale, children: ReactElement): string {
  const providerProps = {
    locale: formatLocale(locale),
    messages: locale === "en" ? words : publicWords(locale),
    timeZone: "UTC",
    children,
  };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, providerProps));
}

function publicWords(locale: Locale) {
  return JSON.parse(readFileSync(`messages/${locale}/public.json`, "utf8"));
}
