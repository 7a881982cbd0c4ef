"use client";
import { useTranslations } from "next-intl";
import { useDraft } from "@/components/record/draft/provider";
import { Notice } from "@/components/ui/notice";
import type { Issue } from "@/lib/domain/record/readiness";

/** Shows what the saved draft lacks; each entry links to its field. */
export function MissingList() {
  const { issues } = useDraft();
  const t = useTranslations("office.record.missing");
  const needed = issues.filter((issue) => issue.weight === "needed");
  const advised = issues.filter((issue) => issue.weight === "advised");
  return (
    <section aria-label={t("needed")} className="flex flex-col gap-3">
      {needed.length > 0 ? (
        <Notice tone="warning" title={t("needed")}>
          <IssueList issues={needed} />
        </Notice>
      ) : (
        <p>{t("neededNone")}</p>
      )}
      {advised.length > 0 && (
        <div>
          <h3 className="font-semibold">{t("advised")}</h3>
          <IssueList issues={advised} />
        </div>
      )}
      <p className="text-muted text-small">{t("asSaved")}</p>
    </section>
  );
}

function IssueList({ issues }: { issues: Issue[] }) {
  const t = useTranslations("errors.readiness");
  const labels = useTranslations("fields");
  return (
    <ul>
      {issues.map(({ field, issue }) => (
        <li key={`${field} ${issue}`}>
          <a href={`#field-${field}`} className="inline-block py-2">
            {t(issue, { field: labels(field) })}
          </a>
        </li>
      ))}
    </ul>
  );
}
