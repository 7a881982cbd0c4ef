import { useTranslations } from "next-intl";
import { Content } from "@/components/public/content";
import { formatPartialDate } from "@/components/record/partial-date";
import type { PublicRating } from "@/lib/domain/evidence-rating";
import type { Reading } from "@/lib/domain/reading";

const shapes = { none: "○", limited: "◔", substantial: "◑", complete: "●" };

/** What the secretariat found of the evidence, beside what the city declares and never instead of it. */
export function Verified({ reading, ratings }: { reading: Reading; ratings: PublicRating[] }) {
  const t = useTranslations("public.verified");
  const choices = useTranslations("choices");
  if (ratings.length === 0) return null;
  return (
    <section aria-labelledby="verified" className="flex max-w-text flex-col gap-2 pt-6">
      <h2 id="verified" className="font-bold text-h3">
        {t("title")}
      </h2>
      <ul className="flex flex-col gap-2">
        {ratings.map(({ claim, level, sentence, edition, effectiveOn }) => (
          <li key={claim}>
            <p>
              <span className="font-semibold">{choices(`ratedClaim.${claim}`)}: </span>
              <span aria-hidden="true">{shapes[level]} </span>
              {t("level", { level: choices(`evidenceLevel.${level}`) })}
            </p>
            <p>
              <Content>{sentence}</Content>
            </p>
            <p className="text-muted text-small">
              {t("with", { edition, day: formatPartialDate(effectiveOn, reading.locale) })}
            </p>
          </li>
        ))}
      </ul>
      <p className="text-muted text-small">{t("hint")}</p>
    </section>
  );
}
