import { useTranslations } from "next-intl";
import type { FormSection } from "@/components/record/shared/sections";

/** Shows links to the sections of a form: folded above it on a phone, open beside it on a wide screen. */
export function SectionList({ sections }: { sections: FormSection[] }) {
  const t = useTranslations("record");
  return (
    <>
      <details className="lg:hidden">
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("onThisPage")}</summary>
        <Links sections={sections} />
      </details>
      <div className="hidden lg:block">
        <p className="font-semibold">{t("onThisPage")}</p>
        <Links sections={sections} />
      </div>
    </>
  );
}

function Links({ sections }: { sections: FormSection[] }) {
  const t = useTranslations("record");
  const messages = useTranslations("office.record.sections");
  return (
    <nav aria-label={t("onThisPage")}>
      <ul className="flex flex-wrap gap-x-4">
        {sections.map(({ name }) => (
          <li key={name}>
            <a href={`#section-${name}`} className="inline-block py-2.5">
              {messages(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
