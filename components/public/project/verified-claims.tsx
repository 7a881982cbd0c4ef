import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { ProgressSum } from "@/components/public/shared/progress-sum";
import { StageBadge } from "@/components/record/shared/stage-badge";
import { formatPartialDate } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import type { ProjectFields } from "@/lib/domain/record/project";
import {
  type PublicRating,
  type RatedClaim,
  ratedClaims,
} from "@/lib/domain/review/evidence-rating";
import type { PageContext } from "@/lib/domain/site/page-context";

const shapes = { none: "○", limited: "◔", substantial: "◑", complete: "●" };

/** Shows what the city declares, and beside it how well the secretariat found it evidenced. */
export function VerifiedClaims({
  context,
  project,
  ratings,
}: {
  context: PageContext;
  project: ProjectFields;
  ratings: PublicRating[];
}) {
  const t = useTranslations();
  if (ratings.length === 0) return null;
  const declared: Record<RatedClaim, React.ReactNode> = {
    completion: <StageBadge stage={project.stage} />,
    progress: <ProgressSum context={context} milestones={project.milestones} />,
  };
  return (
    <section aria-labelledby="verified" className="flex flex-col gap-2 pt-6">
      <h2 id="verified" className="font-bold text-h3">
        {t("public.verified.title")}
      </h2>
      <PlainTable
        label={t("public.verified.title")}
        columns={[
          { header: t("promises.declared.claim") },
          { header: t("promises.declared.city") },
          { header: t("promises.declared.secretariat") },
        ]}
        rows={ratedClaims.map((claim) => ({
          key: claim,
          cells: [
            t(`choices.ratedClaim.${claim}`),
            declared[claim],
            <Found
              key="found"
              context={context}
              rating={ratings.find((rating) => rating.claim === claim)}
            />,
          ],
        }))}
      />
      <p className="max-w-text text-muted text-small">{t("public.verified.hint")}</p>
    </section>
  );
}

function Found({ context, rating }: { context: PageContext; rating: PublicRating | undefined }) {
  const t = useTranslations();
  if (!rating) return <span className="text-muted">{t("promises.declared.notRated")}</span>;
  const { level, sentence, edition, effectiveOn } = rating;
  return (
    <span className="flex max-w-text flex-col">
      <span>
        <span aria-hidden="true">{shapes[level]} </span>
        {t("public.verified.level", { level: t(`choices.evidenceLevel.${level}`) })}
      </span>
      <Content>{sentence}</Content>
      <span className="text-muted text-small">
        {t("public.verified.with", {
          edition,
          day: formatPartialDate(effectiveOn, context.locale),
        })}
      </span>
    </span>
  );
}
