import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/public/shared/filter-form";
import { SelectField, TextField } from "@/components/ui/field";
import { countryNameIn } from "@/lib/domain/language/country-name";
import { editionOrigins } from "@/lib/domain/record/origin";
import { closings, schedules, stages, supportKinds } from "@/lib/domain/record/project";
import { anySupport, missed, noValue, silent } from "@/lib/domain/site/facets";
import { projectOrders } from "@/lib/domain/site/list";
import type { PageContext } from "@/lib/domain/site/page-context";

type Named = { slug: string; name: string };

/** The options of the filters of the list of projects. */
export type PublicFilterChoices = {
  cities: (Named & { countryCode: string; countryName: string; joinedYear: number })[];
  areas: Named[];
  types: Named[];
  outcomes: Named[];
  subjects: Named[];
  /** The partner in the query; partners have a list of their own. */
  partner: Named | null;
};

/** Shows the filters of the list of projects; they work without script and are part of the address. */
export function ProjectFilterForm({
  context,
  typed,
  choices,
}: {
  context: PageContext;
  /** The query of the page. */
  typed: Record<string, string>;
  choices: PublicFilterChoices;
}) {
  const t = useTranslations();
  const p = useTranslations("public.projects");
  const l = useTranslations("lists");
  const { cities, areas, subjects } = choices;
  const countries = new Map(
    cities.map(({ countryCode: code, countryName }) => [
      code,
      countryNameIn(context.locale, code, countryName),
    ]),
  );
  const byName = [...cities].sort((a, b) => a.name.localeCompare(b.name, context.locale));
  const { select, field } = useControls(typed);
  const notStated = { value: noValue, label: p("noFocusArea") };
  return (
    <FilterForm
      context={context}
      path="/projects"
      label={p("filters")}
      isFiltered={Object.keys(typed).length > 0}
      more={seldom.some((name) => typed[name] !== undefined)}
      rest={<SeldomFilters typed={typed} choices={choices} />}
    >
      {field("q", l("q"), { type: "search", maxLength: 200 })}
      {select("city", p("city"), byName.map(toOption))}
      {select(
        "country",
        p("country"),
        [...countries].map(([value, label]) => ({ value, label })),
      )}
      {select("focusArea", p("focusArea"), [...areas.map(toOption), notStated])}
      {select("subject", l("subject"), subjects.map(toOption))}
      {select(
        "stage",
        p("stage"),
        stages.map((value) => ({ value, label: t(`choices.stage.${value}`) })),
      )}
      {select("schedule", p("schedule"), [
        ...schedules.map((value) => ({ value, label: t(`choices.schedule.${value}`) })),
        { value: missed, label: l("missed") },
        { value: silent, label: l("silent") },
        notStated,
      ])}
      {select(
        "sort",
        l("order"),
        projectOrders
          .filter((order) => typed["q"] || order !== "relevance")
          .map((value) => ({ value, label: l(`orders.${value}`) })),
        typed["q"] ? l("orders.relevance") : l("orders.title"),
      )}
    </FilterForm>
  );
}

/** Shows the filters that are folded until one of them is used. */
function SeldomFilters({
  typed,
  choices: { cities, types, outcomes, partner },
}: {
  typed: Record<string, string>;
  choices: PublicFilterChoices;
}) {
  const t = useTranslations();
  const p = useTranslations("public.projects");
  const l = useTranslations("lists");
  const { select, field } = useControls(typed);
  const cohorts = [...new Set(cities.map((city) => String(city.joinedYear)))].sort();
  const notStated = { value: noValue, label: p("noFocusArea") };
  const yesOrNo = (["yes", "no"] as const).map((value) => ({ value, label: l(value) }));
  const year = { inputMode: "numeric", pattern: "[0-9]{4}", maxLength: 4 } as const;
  return (
    <>
      {select(
        "cohort",
        p("cohort"),
        cohorts.map((value) => ({ value, label: value })),
      )}
      {select("projectType", l("projectType"), types.map(toOption))}
      {select("outcome", p("outcome"), [...outcomes.map(toOption), notStated])}
      {select(
        "closing",
        l("closing"),
        [
          { value: "closed", label: l("closed") },
          { value: "any", label: l("listedAndClosed") },
          ...closings.map((value) => ({ value, label: t(`choices.closing.${value}`) })),
        ],
        l("listed"),
      )}
      {field("startsIn", l("startsIn"), year)}
      {field("endsIn", l("endsIn"), year)}
      {select("support", t("public.project.support"), [
        { value: anySupport, label: l("anySupport") },
        ...supportKinds.map((value) => ({ value, label: t(`choices.supportKind.${value}`) })),
      ])}
      {select("evidence", t("public.project.evidence"), yesOrNo)}
      {select("indicators", t("public.project.indicators"), yesOrNo)}
      {select(
        "origin",
        t("origin.whose"),
        editionOrigins.map((value) => ({ value, label: t(`choices.origin.${value}`) })),
      )}
      {partner && select("partner", l("partner"), [toOption(partner)])}
      {field("effectiveFrom", l("effectiveFrom"), { type: "date" })}
      {field("effectiveBefore", l("effectiveBefore"), { type: "date" })}
    </>
  );
}

/** Returns functions that make a select and a text field of the form, with the value of the query. */
function useControls(typed: Record<string, string>) {
  const p = useTranslations("public.projects");
  const select = (
    name: string,
    label: string,
    options: { value: string; label: string }[],
    any = p("any"),
  ) => (
    <SelectField
      id={`filter-${name}`}
      name={name}
      label={label}
      defaultValue={typed[name] ?? ""}
      options={[{ value: "", label: any }, ...options]}
    />
  );
  const field = (name: string, label: string, rest: React.ComponentProps<"input"> = {}) => (
    <TextField
      id={`filter-${name}`}
      name={name}
      label={label}
      defaultValue={typed[name] ?? ""}
      {...rest}
    />
  );
  return { select, field };
}

function toOption({ slug, name }: Named) {
  return { value: slug, label: name };
}

/** The names of the filters in `SeldomFilters`. */
const seldom = [
  "cohort",
  "projectType",
  "outcome",
  "closing",
  "startsIn",
  "endsIn",
  "support",
  "partner",
  "evidence",
  "indicators",
  "origin",
  "effectiveFrom",
  "effectiveBefore",
];
