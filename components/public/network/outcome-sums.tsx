import { useFormatter, useTranslations } from "next-intl";
import { type Basis, BasisMark } from "@/components/public/shared/basis-mark";
import { PlainTable } from "@/components/ui/plain-table";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/**
 * Shows how many projects state an outcome and how many are assessed to serve one, side by side and never added; how
 * many do neither; and the same for each outcome.
 */
export function OutcomeSums({
  context,
  outcomes,
  sums,
  filters,
}: {
  context: PageContext;
  /** The outcomes of the framework, in its order. */
  outcomes: { slug: string; name: string }[];
  sums: {
    stated: number;
    assessed: number;
    neither: number;
    byOutcome: Record<string, Record<Basis, number>>;
  };
  /** The filters of the list that the numbers are of. */
  filters: Record<string, string>;
}) {
  const t = useTranslations();
  const format = useFormatter();
  const { stated, assessed, neither, byOutcome } = sums;
  return (
    <>
      <p className="flex flex-wrap gap-x-6 gap-y-1 font-semibold">
        <Counted basis="stated">{t("assessments.statedCount", { count: stated })}</Counted>
        <Counted basis="assessed">{t("assessments.assessedCount", { count: assessed })}</Counted>
        <span>{t("assessments.neitherCount", { count: neither })}</span>
      </p>
      <PlainTable
        label={t("assessments.table")}
        columns={[
          { header: t("public.home.outcome") },
          { header: <Counted basis="stated">{t("assessments.stated")}</Counted>, align: "end" },
          { header: <Counted basis="assessed">{t("assessments.assessed")}</Counted>, align: "end" },
        ]}
        rows={outcomes.map(({ slug, name }) => ({
          key: slug,
          cells: [
            <a key="name" href={addressOf(context, `/outcomes/${slug}`)}>
              {name}
            </a>,
            <a key="stated" href={addressOf(context, "/projects", { ...filters, outcome: slug })}>
              {format.number(byOutcome[slug]?.stated ?? 0)}
            </a>,
            format.number(byOutcome[slug]?.assessed ?? 0),
          ],
        }))}
      />
      <p className="max-w-text text-muted text-small">{t("assessments.note")}</p>
    </>
  );
}

function Counted({ basis, children }: { basis: Basis; children: React.ReactNode }) {
  return (
    <span>
      <BasisMark basis={basis} /> {children}
    </span>
  );
}
