import { useTranslations } from "next-intl";
import { Section } from "@/components/public/shared/section";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/**
 * Shows the code to embed a city or a project on another site: a card in a frame, and a badge. Neither loads a script.
 */
export function ShowElsewhere({
  context,
  origin,
  path,
  title,
}: {
  context: PageContext;
  /** The address of this installation. */
  origin: string;
  /** The path of the page without language: "/cities/phuket". */
  path: string;
  title: string;
}) {
  const t = useTranslations("embed");
  const now = { ...context, asOf: null };
  const page = `${origin}${addressOf(now, path)}`;
  const card = `${origin}${addressOf(now, `/embed${path}`)}`;
  const name = title.replaceAll(/[&<>"]/gu, (letter) => `&#${letter.codePointAt(0)};`);
  return (
    <div className="print:hidden">
      <Section title={t("title")}>
        <details className="max-w-text">
          <summary className="min-h-11 cursor-pointer sm:min-h-0">{t("show")}</summary>
          <div className="flex flex-col gap-3 pt-2">
            <p>{t("how")}</p>
            <Code
              label={t("card")}
              code={`<iframe src="${card}" title="${name}" width="360" height="320" loading="lazy"></iframe>`}
            />
            <Code
              label={t("picture")}
              code={`<a href="${page}"><img src="${card}/badge.svg" alt="${name}" height="28"></a>`}
            />
            <p>
              <a href={addressOf(now, `/embed${path}`)}>{t("try")}</a>
            </p>
          </div>
        </details>
      </Section>
    </div>
  );
}

function Code({ label, code }: { label: string; code: string }) {
  return (
    <div>
      <p className="font-semibold">{label}</p>
      <pre lang="en" className="whitespace-pre-wrap break-all bg-wash p-3 text-small">
        <code>{code}</code>
      </pre>
    </div>
  );
}
