import { useTranslations } from "next-intl";
import { Amount } from "@/components/record/shared/amount";
import { PlainTable } from "@/components/ui/plain-table";
import { type BudgetLine, budgetSums, dollarSums } from "@/lib/domain/progress/budget";

/** Shows the sums of the budget lines by kind and currency, and in US dollars where the rates are known. */
export function BudgetSums({ lines }: { lines: BudgetLine[] }) {
  const t = useTranslations("record.budget");
  const kinds = useTranslations("choices.budgetKind");
  const sums = budgetSums(lines);
  if (sums.length === 0) return null;
  return (
    <PlainTable
      label={t("sums")}
      columns={[
        { header: t("kind") },
        { header: t("sum"), align: "end" },
        { header: t("dollars"), align: "end" },
      ]}
      rows={dollarSums(lines).map(({ kind, dollars, linesWithout }) => ({
        key: kind,
        cells: [
          kinds(kind),
          <ul key="amounts">
            {sums
              .filter((sum) => sum.kind === kind)
              .map(({ currency, amount }) => (
                <li key={currency}>
                  <Amount currency={currency} amount={amount} />
                </li>
              ))}
          </ul>,
          <div key="dollars">
            {dollars !== null && <Amount currency="USD" amount={dollars} />}
            {linesWithout > 0 && (
              <p className="ml-auto max-w-32 text-muted text-small sm:max-w-none">
                {t("withoutRate", { count: linesWithout })}
              </p>
            )}
          </div>,
        ],
      }))}
    />
  );
}
