import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { PageHeader } from "@/components/ui/page-header";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/** Shows the header of the page of a focus area or an outcome, with the framework's description. */
export function TermHeader({
  context,
  kind,
  term,
}: {
  context: PageContext;
  kind: "focusArea" | "outcome";
  term: { name: string; description: string; source: string };
}) {
  const t = useTranslations("public");
  return (
    <PageHeader path={[{ href: addressOf(context, ""), label: t("frame.home") }]} title={term.name}>
      <p className="text-muted text-small">{t(`term.${kind}`)}</p>
      <p className="max-w-text text-lead">
        <Content>{term.description}</Content>
      </p>
      <p className="text-small">
        <a href={term.source}>{t("term.source")}</a>
      </p>
    </PageHeader>
  );
}
