import { useLocale, useTranslations } from "next-intl";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import type { PlanFields } from "@/lib/domain/record/plan";

/** Shows the profile of a plan from its draft, and a link to its form. */
export function PlanProfile({
  profile,
  framework,
  profilePath,
  mayEdit,
  children,
}: {
  profile: PlanFields;
  framework: FrameworkTerms;
  profilePath: string;
  mayEdit: boolean;
  /** The state of the profile. */
  children: React.ReactNode;
}) {
  const t = useTranslations("office.plan");
  return (
    <section aria-labelledby="profile" className="flex flex-col gap-6 border-line border-t py-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="profile" className="font-bold text-h2">
          {t("profile")}
        </h2>
        <a href={profilePath} className="inline-block py-2 font-semibold">
          {t(mayEdit ? "editProfile" : "readProfile")}
        </a>
      </div>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,70ch)_minmax(16rem,1fr)] lg:gap-12">
        <div className="flex flex-col gap-6">
          <Part title={t("vision")}>
            {profile.vision ? (
              <p className="whitespace-pre-wrap">{profile.vision}</p>
            ) : (
              <p className="text-muted">{t("noVision")}</p>
            )}
          </Part>
          <Part title={t("focusAreas")}>
            <FocusAreas areas={profile.focusAreas} framework={framework} />
          </Part>
          <Part title={t("strategicTargets")}>
            <Targets targets={profile.strategicTargets} />
          </Part>
        </div>
        <div className="self-start">{children}</div>
      </div>
    </section>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </div>
  );
}

function FocusAreas({
  areas,
  framework,
}: {
  areas: PlanFields["focusAreas"];
  framework: FrameworkTerms;
}) {
  const t = useTranslations("office.plan");
  if (areas.length === 0) return <p className="text-muted">{t("noFocusAreas")}</p>;
  return (
    <ul className="list-disc pl-5">
      {areas.map((area) => {
        const term = framework.focusAreas.find((each) => each.slug === area.focusArea);
        return (
          <li key={area.id}>
            {term?.name ?? area.focusArea}
            {area.ownLabel && <span className="text-muted"> ({area.ownLabel})</span>}
          </li>
        );
      })}
    </ul>
  );
}

function Targets({ targets }: { targets: PlanFields["strategicTargets"] }) {
  const t = useTranslations("office.plan");
  const choice = useTranslations("choices.targetResult");
  const locale = useLocale();
  if (targets.length === 0) return <p className="text-muted">{t("noTargets")}</p>;
  const amount = (value: number | null, unit: string) =>
    value === null
      ? null
      : [new Intl.NumberFormat(locale).format(value), unit].filter(Boolean).join(" ");
  return (
    <ul className="list-disc pl-5">
      {targets.map((target) => {
        const [from, to] = [
          amount(target.baseline, target.unit),
          amount(target.value, target.unit),
        ];
        const detail = [
          target.measure,
          from && t("from", { value: from }),
          to && t("to", { value: to }),
          target.dueOn && t("by", { date: formatPartialDate(target.dueOn, locale) }),
          target.result && choice(target.result),
        ].filter(Boolean);
        return (
          <li key={target.id}>
            {target.text}
            {detail.length > 0 && <span className="text-muted"> ({detail.join(", ")})</span>}
          </li>
        );
      })}
    </ul>
  );
}
