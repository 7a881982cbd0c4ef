import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { StageBadge } from "@/components/record/shared/stage-badge";
import type { ProjectFields } from "@/lib/domain/record/project";
import { addressOf, type PageContext, recordAddress } from "@/lib/domain/site/page-context";

type Asking = {
  id: string;
  slug: string;
  citySlug: string;
  cityName: string;
  countryCode: string;
  fields: ProjectFields;
};

/** Shows projects with the support that they still need, their stage, and the responsible office. */
export function NeedList({
  context,
  projects,
  kind,
  areas,
  countries,
}: {
  context: PageContext;
  projects: Asking[];
  /** The only kind of need that is shown; null for all. */
  kind: string | null;
  areas: { slug: string; name: string }[];
  countries: { code: string; representativeBody: string | null }[];
}) {
  const t = useTranslations();
  if (projects.length === 0) return <p className="pt-6">{t("support.none")}</p>;
  return (
    <ul className="pt-4">
      {projects.map((project) => (
        <li
          key={project.id}
          className="grid gap-x-10 gap-y-3 border-line border-b py-5 sm:grid-cols-[2fr_3fr]"
        >
          <div className="flex flex-col gap-1">
            <h2 className="font-bold text-h3">
              <a href={recordAddress(context, { ...project, kind: "project" })}>
                <Content>{project.fields.title}</Content>
              </a>
            </h2>
            <p>
              <a href={addressOf(context, `/cities/${project.citySlug}`)}>{project.cityName}</a>
              {" · "}
              {areas.find(({ slug }) => slug === project.fields.focusAreas[0]?.focusArea)?.name ??
                t("public.projects.noFocusArea")}
            </p>
            <StageBadge stage={project.fields.stage} />
          </div>
          <div className="flex max-w-text flex-col gap-3">
            <ul className="flex flex-col gap-1">
              {project.fields.supportNeeded
                .filter((need) => !need.isMet && (kind === null || need.kind === kind))
                .map((need) => (
                  <li key={need.id}>
                    <strong>{t(`choices.supportKind.${need.kind}`)}:</strong>{" "}
                    <Content>{need.text}</Content>
                  </li>
                ))}
            </ul>
            <p className="text-small">
              <span className="font-semibold">{t("support.ask")}:</span>{" "}
              <Office
                project={project}
                body={
                  countries.find(({ code }) => code === project.countryCode)?.representativeBody ??
                  null
                }
              />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Shows the office that the record names; otherwise says that it names none, and which body represents the country. */
function Office({ project: { fields }, body }: { project: Asking; body: string | null }) {
  const t = useTranslations();
  if (fields.responsibleOffice === "" && fields.responsibleAddress === "")
    return (
      <>
        {t("support.noOffice")}
        {body && ` ${t("public.country.representative", { body })}`}
      </>
    );
  return (
    <>
      <Content>{fields.responsibleOffice}</Content>{" "}
      {fields.responsibleAddress && (
        <a href={`mailto:${fields.responsibleAddress}`}>{fields.responsibleAddress}</a>
      )}
    </>
  );
}
