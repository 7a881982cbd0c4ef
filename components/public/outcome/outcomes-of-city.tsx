import { useFormatter, useTranslations } from "next-intl";
import { aimsInLanguage } from "@/components/public/outcome/aims-in-language";
import { StateShape } from "@/components/public/outcome/state-mark";
import { BasisMark } from "@/components/public/shared/basis-mark";
import { Content } from "@/components/public/shared/content";
import { ProjectTitle } from "@/components/public/shared/project-title";
import {
  type AimOfCity,
  type AimSources,
  aimsServing,
  basisOf,
  projectsServing,
} from "@/lib/domain/progress/city-aims";
import { addressOf, type PageContext, recordAddress } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

type Outcome = { slug: string; name: string };

/** More than this of a kind is on the page of the outcome and on those of the projects. */
const shown = 8;

/** Shows what one city does for each outcome of the framework, and where it stands, each in a column of its own. */
export function OutcomesOfCity({
  context,
  outcomes,
  sources,
  today,
}: {
  context: PageContext;
  outcomes: Outcome[];
  /** What the city's plan and projects aim at. */
  sources: AimSources;
  /** The day on which the page is read. */
  today: Day;
}) {
  const t = useTranslations("assessments");
  const aims = aimsInLanguage(context.locale, sources, today);
  return (
    <>
      <p className="flex flex-wrap gap-x-6 text-small">
        <span>
          <BasisMark basis="stated" /> {t("stated")}
        </span>
        <span>
          <BasisMark basis="assessed" /> {t("assessed")}
        </span>
      </p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 lg:grid-cols-3">
        {outcomes.map((outcome) => (
          <OfOutcome
            key={outcome.slug}
            context={context}
            outcome={outcome}
            aims={aimsServing(aims, outcome.slug)}
            projects={projectsServing(sources, outcome.slug)}
          />
        ))}
      </div>
    </>
  );
}

type Project = ReturnType<typeof projectsServing>[number];

function OfOutcome({
  context,
  outcome: { slug, name },
  aims,
  projects,
}: {
  context: PageContext;
  outcome: Outcome;
  aims: AimOfCity[];
  projects: Project[];
}) {
  const t = useTranslations("aims.ofCity");
  const words = useTranslations("public.city");
  return (
    <section className="flex flex-col gap-3 border-line-strong border-t-2 pt-3">
      <h3 className="font-bold text-h3">
        <a href={addressOf(context, `/outcomes/${slug}`)}>{name}</a>
      </h3>
      {projects.length + aims.length === 0 && <p className="text-muted">{t("nothing")}</p>}
      {projects.length > 0 && (
        <div>
          <p className="font-semibold text-small">{words("projects")}</p>
          <ul className="flex flex-col text-small">
            {projects.slice(0, shown).map((project) => (
              <li key={project.id} className="flex gap-2 py-1">
                <Basis basis={project.serving.basis} />
                <a href={recordAddress(context, { ...project, kind: "project" })}>
                  <ProjectTitle locale={context.locale} fields={project.fields} />
                </a>
              </li>
            ))}
          </ul>
          <More count={projects.length - shown} />
        </div>
      )}
      {aims.length > 0 && (
        <div>
          <p className="font-semibold text-small">{t("total")}</p>
          <ul className="flex flex-col text-small">
            {aims.slice(0, shown).map((aim) => (
              <li key={aim.id} className="flex gap-2 py-1">
                <Basis basis={basisOf(aim.serves, slug) ?? "assessed"} />
                <Stand aim={aim} />
              </li>
            ))}
          </ul>
          <More count={aims.length - shown} />
        </div>
      )}
    </section>
  );
}

/** Shows by whom it is said to serve the outcome: the shape, whose words stand above, and the word for screen readers. */
function Basis({ basis }: React.ComponentProps<typeof BasisMark>) {
  const t = useTranslations("assessments");
  return (
    <span>
      <BasisMark basis={basis} />
      <span className="sr-only">{t(basis)}: </span>
    </span>
  );
}

function Stand({ aim: { text, latest, value, unit, state } }: { aim: AimOfCity }) {
  const t = useTranslations("aims");
  const format = useFormatter();
  const number = (each: number) => format.number(each, { maximumFractionDigits: 6 });
  const values =
    latest && value !== null
      ? t("of", { latest: number(latest.value), target: number(value) })
      : latest && number(latest.value);
  return (
    <span>
      <Content>{text}</Content>
      <span className="block">
        <span className={state === "missed" ? "font-semibold text-warning" : "font-semibold"}>
          <span className="mr-1 inline-block align-middle">
            <StateShape state={state} />
          </span>
          {t(`state.${state}`)}
        </span>
        {values && (
          <span className="text-muted">
            {": "}
            {values} <Content>{unit}</Content>
          </span>
        )}
      </span>
    </span>
  );
}

function More({ count }: { count: number }) {
  const t = useTranslations("aims.ofCity");
  return count > 0 ? <p className="text-muted text-small">{t("more", { count })}</p> : null;
}
