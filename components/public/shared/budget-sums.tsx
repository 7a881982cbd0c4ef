import { useTranslations } from "next-intl";
import { Amount } from "@/components/record/shared/amount";
import { PlainTable } from "@/components/ui/plain-table";
import { type BudgetLine, budgetSums } from "@/lib/domain/progress/budget";

/** Shows what budget lines come to, by kind and currency, which are never added together; nothing without an amount. */
export function BudgetSums({ budget }: { budget: BudgetLine[] }) {
  const t = useTranslations("progress.budget");
  const choice = useTranslations("choices.budgetKind");
  const sums = budgetSums(budget);
  if (sums.length === 0) return null;
  return (
    <PlainTable
      label={t("sums")}
      columns={[{ header: t("sums") }, { header: t("amount"), align: "end" }]}
      rows={sums.map(({ kind, currency, amount, lines }) => ({
        key: `${kind} ${currency}`,
        cells: [
          t("sum", { kind: choice(kind), lines }),
          <Amount key="sum" currency={currency} amount={amount} />,
        ],
      }))}
    />
  );
}
