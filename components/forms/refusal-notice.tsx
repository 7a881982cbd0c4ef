import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/forms/refusal-words";
import { Notice } from "@/components/ui/notice";
import type { Refusal } from "@/lib/domain/result/result";

/** Shows why something was refused. The caller shows missing or wrong fields beside it. */
export function RefusalNotice({ refusal }: { refusal: Refusal }) {
  const t = useTranslations("errors");
  const refusalWords = useRefusalWords();
  return (
    <Notice role="alert" tone="warning">
      <p>{refusalWords(refusal).text}</p>
      {refusal.code === "signed_out" && (
        <p>
          <a href="/sign-in">{t("signInAgain")}</a>
        </p>
      )}
    </Notice>
  );
}
