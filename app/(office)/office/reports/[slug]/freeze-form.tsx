"use client";
import { useTranslations } from "next-intl";
import { freezeReportAction } from "@/app/(office)/office/reports/actions";
import { CommandForm, useCommandForm } from "@/components/forms/command-form";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";

/**
 * Shows a form that freezes a report; after the first freeze it asks for the correction. `why` says why it is not
 * possible yet.
 */
export function FreezeForm({
  reportId,
  isCorrection,
  why,
}: {
  reportId: string;
  isCorrection: boolean;
  why: string | null;
}) {
  const t = useTranslations("reports.office");
  const form = useCommandForm(freezeReportAction);
  return (
    <CommandForm
      form={form}
      given={{ reportId }}
      done={({ slug, number }) =>
        t.rich("frozenNow", {
          number,
          link: (words) => <a href={`/en/reports/${slug}`}>{words}</a>,
        })
      }
    >
      {isCorrection && (
        <TextArea
          {...form.field("correction")}
          label={t("correction")}
          hint={t("correctionHint")}
          required
        />
      )}
      {why && (
        <p id="why-not-frozen" className="font-semibold">
          {why}
        </p>
      )}
      <div>
        <Button
          type="submit"
          look="primary"
          disabled={form.isSending || why !== null}
          aria-describedby={why ? "why-not-frozen" : undefined}
        >
          {t(isCorrection ? "freezeAgain" : "freeze")}
        </Button>
      </div>
    </CommandForm>
  );
}
