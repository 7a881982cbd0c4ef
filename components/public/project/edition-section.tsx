import { useTranslations } from "next-intl";
import { EditionTable, FormerTitles } from "@/components/public/edition/table";
import { Section } from "@/components/public/shared/section";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/** Shows the editions and the former titles of a project, with a link to its change log. */
export function ProjectEditionSection({
  reading,
  path,
  editions,
}: {
  reading: PageContext;
  path: string;
  editions: React.ComponentProps<typeof EditionTable>["editions"] &
    React.ComponentProps<typeof FormerTitles>["editions"];
}) {
  const t = useTranslations();
  return (
    <Section title={t("public.project.history")} id="editions">
      <EditionTable reading={reading} path={path} editions={editions} />
      <p className="print:hidden">
        <a href={addressOf(reading, `${path}/changes`)}>{t("promises.since.link")}</a>
      </p>
      <FormerTitles reading={reading} editions={editions} />
    </Section>
  );
}
