import { useTranslations } from "next-intl";

/** Shows a card that fills its frame on another site and links to the page in a new window. */
export function EmbedCard({
  href,
  title,
  lead,
  children,
}: {
  href: string;
  title: string;
  lead: string;
  children: React.ReactNode;
}) {
  const t = useTranslations();
  return (
    <article className="flex min-h-dvh flex-col gap-3 border border-line p-4">
      <header>
        <p className="text-muted text-small">{lead}</p>
        <h1 className="font-bold text-h3">
          <a href={href} target="_blank" rel="noopener">
            {title}
          </a>
        </h1>
      </header>
      {children}
      <p className="mt-auto text-muted text-small">
        {t("public.frame.name")} · {t("embed.independent")}
      </p>
    </article>
  );
}
