import { useTranslations } from "next-intl";
import { BudgetSums } from "@/components/public/shared/budget-sums";
import { Content } from "@/components/public/shared/content";
import { Amount } from "@/components/record/shared/amount";
import { formatPartialDate } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import { type BudgetLine, dollarsOf } from "@/lib/domain/progress/budget";
import type { PageContext } from "@/lib/domain/site/page-context";

/** Shows the budget lines, exact in their own currency, and the sums of each kind and currency. */
export function BudgetTable({ context, budget }: { context: PageContext; budget: BudgetLine[] }) {
  const t = useTranslations("progress.budget");
  const choice = useTranslations("choices.budgetKind");
  return (
    <>
      <PlainTable
        label={t("title")}
        columns={[{ header: t("line") }, { header: t("amount"), align: "end" }]}
        rows={budget.map((line) => ({
          key: line.id,
          cells: [
            <span key="line" className="flex max-w-text flex-col">
              {[choice(line.kind), line.year].filter(Boolean).join(", ")}
              {line.funder && <span>{t("funder", { funder: line.funder })}</span>}
              {line.note && (
                <span className="whitespace-pre-line text-muted text-small">
                  <Content>{line.note}</Content>
                </span>
              )}
            </span>,
            <Money key="amount" line={line} locale={context.locale} />,
          ],
        }))}
      />
      {budget.length > 1 && <BudgetSums budget={budget} />}
    </>
  );
}

function Money({ line, locale }: { line: BudgetLine; locale: string }) {
  const t = useTranslations("progress.budget");
  const dollars = dollarsOf(line);
  if (line.amount === null) return <span className="text-muted">{t("notStated")}</span>;
  return (
    <span className="flex flex-col items-end">
      <Amount currency={line.currency} amount={line.amount} />
      {dollars && line.perDollar && (
        <span className="text-muted text-small">
          {"≈ "}
          <Amount currency="USD" amount={dollars} />
          <br />
          {t("rate", {
            perDollar: line.perDollar,
            currency: line.currency ?? "",
            on: line.perDollarOn ? formatPartialDate(line.perDollarOn, locale) : t("noDate"),
          })}
        </span>
      )}
    </span>
  );
}
