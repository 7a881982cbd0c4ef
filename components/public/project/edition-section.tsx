import { useTranslations } from "next-intl";
import { EditionTable, FormerTitles } from "@/components/public/edition/table";
import { Section } from "@/components/public/shared/section";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/** Shows the editions and the former titles of a project, with a link to its change log. */
export function ProjectEditionSection({
  context,
  path,
  editions,
}: {
  context: PageContext;
  path: string;
  editions: React.ComponentProps<typeof EditionTable>["editions"] &
    React.ComponentProps<typeof FormerTitles>["editions"];
}) {
  const t = useTranslations();
  return (
    <Section title={t("public.project.history")} id="editions">
      <EditionTable context={context} path={path} editions={editions} />
      <p className="print:hidden">
        <a href={addressOf(context, `${path}/changes`)}>{t("promises.since.link")}</a>
      </p>
      <FormerTitles context={context} editions={editions} />
    </Section>
  );
}
