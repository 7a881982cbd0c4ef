import { useTranslations } from "next-intl";
import { supportKinds } from "@/lib/domain/record/project";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

type Kind = (typeof supportKinds)[number];

/** Shows how many projects ask for each kind of support with the other filters; each number links to its list. */
export function NeedCounts({
  context,
  typed: { kind: shown, ...others },
  counts,
}: {
  context: PageContext;
  /** The query of the page. */
  typed: Record<string, string>;
  counts: Record<Kind | "any", number>;
}) {
  const t = useTranslations();
  return (
    <section aria-label={t("support.byKind")} className="pt-6">
      <p className="font-semibold" role="status">
        {t("support.asking", { count: counts.any })}
      </p>
      <ul className="flex flex-wrap gap-x-6">
        {supportKinds
          .filter((kind) => counts[kind] > 0)
          .map((kind) => (
            <li key={kind}>
              <a
                href={addressOf(context, "/support-needed", { ...others, kind })}
                aria-current={kind === shown ? "true" : undefined}
                className="inline-block py-2 aria-[current]:font-bold"
              >
                {t(`choices.supportKind.${kind}`)}: {counts[kind]}
              </a>
            </li>
          ))}
      </ul>
    </section>
  );
}
