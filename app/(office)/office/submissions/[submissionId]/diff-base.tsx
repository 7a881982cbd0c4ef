import { useTranslations } from "next-intl";

/** Shows links to compare a submission with the published content, or with the submission before the last question. */
export function DiffBase({
  address,
  isSinceQuestion,
}: {
  address: string;
  isSinceQuestion: boolean;
}) {
  const t = useTranslations("threads.since");
  const ways = [
    { href: address, words: t("published"), isSelected: !isSinceQuestion },
    { href: `${address}?since=question`, words: t("question"), isSelected: isSinceQuestion },
  ];
  return (
    <nav aria-label={t("label")} className="flex flex-wrap gap-x-4 print:hidden">
      <span className="py-2.5 text-muted">{t("label")}</span>
      {ways.map(({ href, words, isSelected }) => (
        <a
          key={href}
          href={href}
          aria-current={isSelected ? "true" : undefined}
          className={`py-2.5 ${isSelected ? "font-semibold text-ink no-underline" : ""}`}
        >
          {words}
        </a>
      ))}
    </nav>
  );
}
