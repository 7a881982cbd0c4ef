"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type SendProgress, sendForLines } from "@/components/sheet/send-for-lines";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { hasMessage } from "@/lib/domain/language/messages";

/** Uploads a spreadsheet and shows how much is sent and then how much is read. */
export function ImportSheetForm({ planId }: { planId: string }) {
  const t = useTranslations("sheets");
  const refused = useTranslations("sheets.refused");
  const [file, setFile] = useState<File | null>(null);
  const [step, setStep] = useState<SendProgress | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  function say({ key, rows = "" }: { key: string; rows?: string }) {
    setProblem(refused(hasMessage(refused, key) ? key : "other", { rows }));
  }

  async function upload() {
    if (!file) return setProblem(t("import.noFile"));
    if (file.size > 20 * 1024 * 1024) return say({ key: "too_large" });
    setProblem(null);
    const form = new FormData();
    form.set("importId", crypto.randomUUID());
    form.set("file", file);
    const path = `/api/office/plans/${planId}/imports`;
    const sent = await sendForLines<{ importId: string }>(path, form, setStep);
    if (sent === "offline" || sent === "failed") setProblem(t(`import.${sent}`));
    else if (sent.ok) {
      window.location.assign(`/office/plans/${planId}/import/${sent.value.importId}`);
      return;
    } else if (sent.refusal.code === "invalid")
      say(sent.refusal.fields["file"]?.[0] ?? { key: "other" });
    else setProblem(t("import.failed"));
    setStep(null);
  }

  return (
    <form
      noValidate
      className="flex max-w-text flex-col items-start gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!step) void upload();
      }}
    >
      <label className="flex w-full flex-col gap-1">
        <span className="font-semibold">{t("import.file")}</span>
        <input
          type="file"
          accept=".xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.tsv,.txt"
          aria-describedby={problem ? "sheet-problem" : undefined}
          aria-invalid={problem !== null}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          className="min-h-11 w-full rounded-box border border-line-strong bg-white p-2 file:mr-3 file:rounded-box file:border file:border-line-strong file:bg-wash file:px-3 file:py-1 file:font-semibold"
        />
      </label>
      {problem && (
        <div id="sheet-problem">
          <Notice role="alert" tone="warning">
            {problem}
          </Notice>
        </div>
      )}
      {step && (
        <label className="flex w-full flex-col gap-1" aria-live="polite">
          {t(step.step === "sending" ? "import.sending" : "import.reading")}
          <progress max={1} value={step.progress} className="h-3 w-full accent-accent" />
        </label>
      )}
      <Button look="primary" type="submit" aria-disabled={step !== null}>
        {t("import.button")}
      </Button>
    </form>
  );
}
