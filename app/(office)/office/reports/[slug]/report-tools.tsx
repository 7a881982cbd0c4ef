import { useLocale, useTranslations } from "next-intl";
import { ReportForm } from "@/app/(office)/office/reports/report-form";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { SignedIn } from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import { type Day, fromDay, toDay } from "@/lib/domain/values/day";
import type { OfficeReport } from "@/lib/queries/report/reports";
import { ExtensionForm } from "./extension-form";
import { FreezeForm } from "./freeze-form";

/** Shows the forms that this reader may use on a report: extend, change, freeze, correct. */
export function ReportTools({
  reader,
  report: { id, name, asOf, opensAt, dueAt, freezes },
  cities,
  now,
}: {
  reader: SignedIn;
  report: OfficeReport;
  cities: { id: string; name: string }[];
  now: Date;
}) {
  const t = useTranslations("reports.office");
  const locale = useLocale();
  const isFrozen = freezes.length > 0;
  return (
    <>
      {!isFrozen && can(reader, "report.extend", {}) && (
        <Tool title={t("extendTitle")}>
          <ExtensionForm reportId={id} cities={cities} />
        </Tool>
      )}
      {!isFrozen && can(reader, "report.manage", {}) && opensAt && dueAt && (
        <Tool title={t("changeTitle")}>
          <ReportForm report={{ id, name, asOf, opensOn: toDay(opensAt), dueOn: toDay(dueAt) }} />
        </Tool>
      )}
      {can(reader, "report.freeze", {}) && (
        <Tool title={t(isFrozen ? "correctTitle" : "freezeTitle")}>
          <p className="max-w-text">{t(isFrozen ? "correctHint" : "freezeHint")}</p>
          <FreezeForm
            reportId={id}
            isCorrection={isFrozen}
            why={
              toDay(now) <= asOf
                ? t("whyNotYet", { day: formatPartialDate(dayAfter(asOf), locale) })
                : null
            }
          />
        </Tool>
      )}
    </>
  );
}

function Tool({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="flex flex-col gap-4 pt-6">
      <h2 className="font-bold text-h2">{title}</h2>
      {children}
    </section>
  );
}

function dayAfter(day: Day) {
  return toDay(new Date(fromDay(day).getTime() + 86_400_000));
}
