import { useTranslations } from "next-intl";
import type { Failure } from "@/components/forms/ask";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { useRefusalWords } from "@/components/forms/refusal-words";
import type { RowResult, useBulk } from "@/components/forms/use-bulk";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Refusal } from "@/lib/domain/result/result";

/** Shows the progress of an action on several rows, and at the end the result for each. */
export function BulkProgress({ bulk, close }: Pick<ReturnType<typeof useBulk>, "bulk" | "close">) {
  const t = useTranslations("table.bulk");
  return (
    <>
      <p role="status" className={bulk ? "font-semibold" : "sr-only"}>
        {bulk?.isRunning && t("progress", { done: bulk.done.length, all: bulk.all })}
        {bulk && !bulk.isRunning && bulk.done.length > 0 && <Sum done={bulk.done} />}
      </p>
      {bulk && !bulk.isRunning && <BulkResults {...bulk} onClose={close} />}
    </>
  );
}

function Sum({ done }: { done: RowResult[] }) {
  const t = useTranslations("table.bulk");
  const refused = done.filter(({ result }) => !result.ok).length;
  return t("result", { done: done.length - refused, refused });
}

/** Shows the result for each row of an action; refused rows come first, each with the reason. */
function BulkResults({
  done,
  refusal,
  failure,
  onClose,
}: {
  done: RowResult[];
  /** The reason why no row was processed. */
  refusal: Refusal | null;
  failure: Failure | null;
  onClose: () => void;
}) {
  const t = useTranslations("table.bulk");
  const sorted = [...done].sort((a, b) => Number(a.result.ok) - Number(b.result.ok));
  return (
    <section aria-label={t("results")} className="flex flex-col items-start gap-3">
      {refusal && <RefusalNotice refusal={refusal} />}
      {failure && (
        <Notice role="alert" tone="warning">
          {t(failure)}
        </Notice>
      )}
      <ul className="w-full border-line border-y">
        {sorted.map(({ row, result }) => (
          <li key={row.id} className="flex flex-col border-line border-b py-1 last:border-0">
            <a href={row.href} className="self-start py-2">
              {row.title}
            </a>
            <RowOutcome result={result} />
          </li>
        ))}
      </ul>
      <Button onClick={onClose}>{t("close")}</Button>
    </section>
  );
}

function RowOutcome({ result }: { result: RowResult["result"] }) {
  const t = useTranslations("table.bulk");
  const refusalWords = useRefusalWords();
  if (result.ok) {
    const { milestone } = result.value;
    return (
      <p className="pb-2">
        <span aria-hidden="true">✓ </span>
        {milestone === undefined ? t("done") : t("doneMilestone", { milestone })}
      </p>
    );
  }
  const { text, details } = refusalWords(result.refusal);
  return (
    <p className="max-w-text pb-2">
      <span className="font-semibold text-warning">
        <span aria-hidden="true">✗ </span>
        {t("notDone")}:
      </span>{" "}
      {result.refusal.code === "invalid" ? details.join(" ") : [text, ...details].join(" ")}
    </p>
  );
}
