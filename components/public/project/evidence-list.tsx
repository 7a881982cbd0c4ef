import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { EvidenceFile } from "@/components/record/shared/evidence-file";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { FileFacts } from "@/lib/domain/record/file";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { PageContext } from "@/lib/domain/site/page-context";

/** Shows each piece of evidence with its claim, its link or file, its date and its credit. */
export function EvidenceList({
  context,
  project,
  files,
}: {
  context: PageContext;
  project: ProjectFields;
  files: FileFacts[];
}) {
  const t = useTranslations("public.project");
  const claimText = useClaimText(project, context);
  return (
    <ul className="flex max-w-text list-disc flex-col gap-3 pl-5">
      {project.evidence.map((item) => {
        const file = files.find((each) => each.id === item.file);
        const claim = claimText(item);
        const about = [
          item.on && formatPartialDate(item.on, context.locale),
          item.credit && t("credit", { credit: item.credit }),
        ].filter(Boolean);
        return (
          <li key={item.id}>
            <Content>{item.text}</Content>
            {item.source && (
              <>
                {" ("}
                <a href={item.source}>{t("source")}</a>)
              </>
            )}
            {claim && <p className="text-small">{t("evidenceOf", { claim })}</p>}
            {about.length > 0 && <p className="text-muted text-small">{about.join(" · ")}</p>}
            {file && (
              <EvidenceFile
                file={file}
                alternativeText={item.alternativeText}
                base="/api/v1/files"
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/**
 * Returns the claim of a piece of evidence, with the name of the milestone or the value; null when it is of the whole
 * project.
 */
function useClaimText(project: ProjectFields, { locale }: PageContext) {
  const choice = useTranslations("choices.claim");
  return ({ claim, claimOf }: ProjectFields["evidence"][number]) => {
    if (claim === "project") return null;
    const milestone = project.milestones.find((each) => each.id === claimOf);
    if (milestone) return `${choice(claim)}: ${milestone.title}`;
    const indicator = project.indicators.find((each) =>
      [each, ...each.readings].some((one) => one.id === claimOf),
    );
    const measured = indicator?.readings.find((each) => each.id === claimOf);
    if (!indicator) return choice(claim);
    const on = measured?.on ? `, ${formatPartialDate(measured.on, locale)}` : "";
    return `${choice(claim)}: ${indicator.name}${on}`;
  };
}
