import { useTranslations } from "next-intl";
import { ProjectTitle } from "@/components/public/shared/project-title";
import { ReadDay } from "@/components/public/shared/read-day";
import { Button } from "@/components/ui/button";
import type { Titled } from "@/lib/domain/record/local-texts";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

type Choice = { id: string; cityName: string; fields: Titled };

/** Shows a form to select what a project is compared with: others of its city, and others with its focus area. */
export function SelectProjects({
  context,
  project,
  ofCity,
  ofArea,
  areaName,
}: {
  context: PageContext;
  /** The project that is already selected. */
  project: Choice;
  ofCity: Choice[];
  ofArea: Choice[];
  /** The name of the project's first focus area; empty when it states none. */
  areaName: string;
}) {
  const t = useTranslations("compare");
  return (
    <form
      method="get"
      action={addressOf({ ...context, asOf: null }, "/compare")}
      aria-label={t("withProjects")}
      className="flex max-w-text flex-col gap-5 border-line border-y py-5 print:hidden"
    >
      <div>
        <Check locale={context.locale} project={project} isSelected />
        <p>{t("oneMore")}</p>
      </div>
      {ofCity.length > 0 && (
        <fieldset>
          <legend className="font-bold">{t("ofCity", { city: project.cityName })}</legend>
          {ofCity.map((other) => (
            <Check key={other.id} locale={context.locale} project={other} />
          ))}
        </fieldset>
      )}
      {ofArea.length > 0 && (
        <fieldset>
          <legend className="font-bold">{t("ofArea", { area: areaName })}</legend>
          {ofArea.map((other) => (
            <Check key={other.id} locale={context.locale} project={other} isElsewhere />
          ))}
        </fieldset>
      )}
      <ReadDay context={context} />
      <p>
        <Button type="submit" look="primary">
          {t("chosen")}
        </Button>
      </p>
    </form>
  );
}

function Check({
  locale,
  project: { id, cityName, fields },
  isSelected = false,
  isElsewhere = false,
}: {
  locale: PageContext["locale"];
  project: Choice;
  isSelected?: boolean;
  isElsewhere?: boolean;
}) {
  return (
    <label className="flex min-h-11 items-center gap-3 py-1">
      <input
        type="checkbox"
        name="project"
        value={id}
        defaultChecked={isSelected}
        className="size-5 flex-none accent-accent"
      />
      <span>
        <ProjectTitle locale={locale} fields={fields} />
        {isElsewhere && <span className="text-muted">, {cityName}</span>}
      </span>
    </label>
  );
}
