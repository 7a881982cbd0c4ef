import { useTranslations } from "next-intl";
import { translationOf } from "@/components/public/shared/reader-language";
import { contentLanguage } from "@/lib/domain/language/locale";

/**
 * Shows a text of a record and marks its language: the page's language when the text is translated
 * (reader-language.ts), otherwise English.
 */
export function Content({ children }: { children: React.ReactNode }) {
  const translated = translationOf(children);
  if (!translated) return <span lang={contentLanguage}>{children}</span>;
  return (
    <>
      {children}
      {translated.isStale && <Stale />}
    </>
  );
}

/** Shows the same for a text of several paragraphs. */
export function ContentBlock({ text, children }: { text: string; children: React.ReactNode }) {
  const translated = translationOf(text);
  return (
    <div lang={translated ? undefined : contentLanguage}>
      {children}
      {translated?.isStale && (
        <p>
          <Stale />
        </p>
      )}
    </div>
  );
}

function Stale() {
  const t = useTranslations("local");
  return (
    <span className="whitespace-normal font-normal text-muted text-small">
      {" "}
      <span aria-hidden="true">≠ </span>
      {t("stale")}
    </span>
  );
}
