import { useTranslations } from "next-intl";

/** Shows the header of a page: its place in the site, its title, and an introduction. */
export function PageHeader({
  path,
  title,
  children,
}: {
  /** Links above the title, from the whole to the part. */
  path?: { href: string; label: string }[];
  title: React.ReactNode;
  children?: React.ReactNode;
}) {
  const t = useTranslations("public.frame");
  return (
    <header className="flex flex-col gap-2 pt-8 pb-6">
      {path && path.length > 0 && (
        <nav aria-label={t("path")} className="print:hidden">
          <ol className="flex flex-wrap gap-x-2 text-small">
            {path.map((step) => (
              <li
                key={step.href}
                className="not-first:before:mr-2 not-first:before:text-muted not-first:before:content-['›']"
              >
                <a href={step.href} className="inline-block py-2">
                  {step.label}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <h1 className="max-w-text text-h1 font-bold">{title}</h1>
      {children}
    </header>
  );
}
