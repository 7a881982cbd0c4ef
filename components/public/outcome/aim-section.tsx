import { useTranslations } from "next-intl";
import { AimList } from "@/components/public/outcome/aim-list";
import { type Basis, BasisMark } from "@/components/public/shared/basis-mark";
import { Section } from "@/components/public/shared/section";
import { aimStates, countAims, countReported } from "@/lib/domain/progress/aims";
import { type AimOfCity, aimsServing, basisOf, bySubject } from "@/lib/domain/progress/city-aims";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

const bases = ["stated", "assessed"] as const;

/** Shows what was aimed at for an outcome and where it stands, by subject, and of how much nothing was ever reported. */
export function AimSection({
  context,
  outcome,
  aims,
  subjects,
  isWhole,
}: {
  context: PageContext;
  /** The slug of the outcome. */
  outcome: string;
  /** Everything that the cities aim at, whatever it serves. */
  aims: AimOfCity[];
  /** The subjects of the network in their order, in the reader's language. */
  subjects: { slug: string; name: string }[];
  /** Whether these are all there are. */
  isWhole: boolean;
}) {
  const t = useTranslations("aims");
  const serving = aimsServing(aims, outcome);
  const silence = countReported(serving);
  const inAllPlans = countReported(aims);
  if (serving.length === 0)
    return (
      <Section title={t("title")} id="aims">
        <p className="max-w-text">{t("none")}</p>
      </Section>
    );
  return (
    <Section title={t("title")} id="aims">
      {bases.map((basis) => (
        <Lead
          key={basis}
          basis={basis}
          aims={serving.filter(({ serves }) => basisOf(serves, outcome) === basis)}
        />
      ))}
      <p className="max-w-text">
        {silence.targets > 0 &&
          t("silence", { ...silence, silent: silence.targets - silence.reported })}{" "}
        {t("silenceAll", inAllPlans)}
      </p>
      {bySubject(serving, subjects).map(({ subject, aims: ofSubject }) => (
        <section key={subject?.slug ?? ""} className="flex flex-col pt-4">
          <h3 className="border-line-strong border-b pb-2 font-bold text-h3">
            {subject ? (
              <a href={addressOf(context, "/projects", { subject: subject.slug })}>
                {subject.name}
              </a>
            ) : (
              t("otherSubjects")
            )}
          </h3>
          <AimList context={context} aims={ofSubject} outcome={outcome} />
        </section>
      ))}
      {!isWhole && <p className="max-w-text">{t("notWhole")}</p>}
      <p className="max-w-text text-muted text-small">{t("explained")}</p>
    </Section>
  );
}

/** How many are stated, or assessed, to serve the outcome, and where they stand: two sums, never added. */
function Lead({ basis, aims }: { basis: Basis; aims: AimOfCity[] }) {
  const t = useTranslations("aims");
  const words = useTranslations("assessments");
  const counts = countAims(aims);
  return (
    <p className="max-w-text text-lead">
      <BasisMark basis={basis} /> {words(basis)}.{" "}
      {aims.length === 0
        ? t("ofCity.aims", { count: 0 })
        : t("lead", {
            count: aims.length,
            cities: new Set(aims.map(({ city }) => city.citySlug)).size,
            parts: aimStates
              .filter((state) => counts[state] > 0)
              .map((state) => t(`count.${state}`, { count: counts[state] }))
              .join(", "),
          })}
    </p>
  );
}
