import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/public/shared/section";
import { PlainTable } from "@/components/ui/plain-table";
import type { Aggregate } from "@/lib/domain/progress/aggregate";
import { supportKinds } from "@/lib/domain/record/project";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/** Shows how many projects still need each kind of support; each number links to the list that it counts. */
export function SupportCounts({
  context,
  aggregate: { byNeed },
  filters,
}: {
  context: PageContext;
  aggregate: Aggregate;
  filters: Record<string, string>;
}) {
  const t = useTranslations("network.support");
  const messages = useTranslations("public.project");
  const kind = useTranslations("choices.supportKind");
  const format = useFormatter();
  const asked = supportKinds.filter((each) => (byNeed[each] ?? 0) > 0);
  return (
    <Section title={messages("support")} id="support">
      {asked.length === 0 ? (
        <p className="max-w-text">{t("none")}</p>
      ) : (
        <div className="max-w-text">
          <PlainTable
            label={messages("support")}
            columns={[{ header: messages("kind") }, { header: t("projects"), align: "end" }]}
            rows={asked.map((each) => ({
              key: each,
              cells: [
                kind(each),
                <a
                  key="count"
                  href={addressOf(context, "/projects", { ...filters, support: each })}
                >
                  {format.number(byNeed[each] ?? 0)}
                </a>,
              ],
            }))}
          />
        </div>
      )}
    </Section>
  );
}
