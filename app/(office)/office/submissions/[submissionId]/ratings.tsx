import { useTranslations } from "next-intl";
import { StepForm } from "@/components/review/step-form";
import type { SignedIn } from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import { evidenceLevels, ratedClaims } from "@/lib/domain/review/evidence-rating";
import { isOpen } from "@/lib/domain/review/submission";
import type { findSubmission } from "@/lib/queries/review/submissions";
import { rateEvidenceAction } from "./actions";

type Found = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;

/** Shows the evidence ratings of a project, and for a reviewer the form to rate. */
export function Ratings({ submission, reader }: { submission: Found; reader: SignedIn }) {
  const t = useTranslations("threads.rating");
  const choices = useTranslations("choices");
  const { ratings, fields } = submission;
  const mayRate =
    submission.kind === "project" && isOpen(submission) && can(reader, "evidence.rate", submission);
  if (ratings.length === 0 && !mayRate) return null;
  const isCompleted = "stage" in fields && fields.stage === "completed";
  return (
    <section className={`flex flex-col gap-4 ${ratings.length === 0 ? "print:hidden" : ""}`}>
      <div>
        <h2 className="font-bold text-h2">{t("title")}</h2>
        <p className="max-w-text text-muted">{t("hint")}</p>
      </div>
      {ratings.length > 0 && (
        <ul className="flex max-w-text flex-col gap-2">
          {ratings.map(({ claim, level, sentence }) => (
            <li key={claim}>
              <span className="font-semibold">
                {t("given", {
                  claim: choices(`ratedClaim.${claim}`),
                  level: choices(`evidenceLevel.${level}`),
                })}
              </span>{" "}
              {sentence}
            </li>
          ))}
        </ul>
      )}
      {mayRate && (
        <div className="max-w-text print:hidden">
          <StepForm
            action={rateEvidenceAction}
            given={{ submissionId: submission.id }}
            button={t("rate")}
            look="secondary"
            fields={[
              {
                kind: "choice",
                name: "claim",
                label: t("claim"),
                // A completed project is usually rated for its completion.
                value: isCompleted ? "completion" : "progress",
                options: ratedClaims.map((value) => ({
                  value,
                  label: choices(`ratedClaim.${value}`),
                })),
              },
              {
                kind: "choice",
                name: "level",
                label: t("level"),
                options: evidenceLevels.map((value) => ({
                  value,
                  label: choices(`evidenceLevel.${value}`),
                })),
              },
              { kind: "line", name: "sentence", label: t("sentence"), maxLength: 500 },
            ]}
          />
        </div>
      )}
    </section>
  );
}
