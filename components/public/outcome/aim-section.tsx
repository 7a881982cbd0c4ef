import { useTranslations } from "next-intl";
import { AimList } from "@/components/public/outcome/aim-list";
import { Section } from "@/components/public/shared/section";
import { aimStates, countAims, countReported } from "@/lib/domain/progress/aims";
import { type AimOfCity, aimsServing, bySubject } from "@/lib/domain/progress/city-aims";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/** Shows what was aimed at for an outcome and where it stands, by subject, and of how much nothing was ever reported. */
export function AimSection({
  reading,
  outcome,
  aims,
  subjects,
  isWhole,
}: {
  reading: PageContext;
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
  const counts = countAims(serving);
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
      <p className="max-w-text text-lead">
        {t("lead", {
          count: serving.length,
          cities: new Set(serving.map(({ city }) => city.citySlug)).size,
          parts: aimStates
            .filter((state) => counts[state] > 0)
            .map((state) => t(`count.${state}`, { count: counts[state] }))
            .join(", "),
        })}
      </p>
      <p className="max-w-text">
        {silence.targets > 0 &&
          t("silence", { ...silence, silent: silence.targets - silence.reported })}{" "}
        {t("silenceAll", inAllPlans)}
      </p>
      {bySubject(serving, subjects).map(({ subject, aims: ofSubject }) => (
        <section key={subject?.slug ?? ""} className="flex flex-col pt-4">
          <h3 className="border-line-strong border-b pb-2 font-bold text-h3">
            {subject ? (
              <a href={addressOf(reading, "/projects", { subject: subject.slug })}>
                {subject.name}
              </a>
            ) : (
              t("otherSubjects")
            )}
          </h3>
          <AimList reading={reading} aims={ofSubject} outcome={outcome} />
        </section>
      ))}
      {!isWhole && <p className="max-w-text">{t("notWhole")}</p>}
      <p className="max-w-text text-muted text-small">{t("explained")}</p>
    </Section>
  );
}
