import { getTranslations } from "next-intl/server";
import { MailTrouble } from "@/components/notification/mail-trouble";
import { WorkLists } from "@/components/record/desk/work-lists";
import { PlanList } from "@/components/table/plan-list";
import { PageHeader } from "@/components/ui/page-header";
import { sendsMail } from "@/lib/mail/mail";
import { listWaitingPlans } from "@/lib/queries/assessment/of-plan";
import { countFailingJobs } from "@/lib/queries/notification/jobs";
import { countFailedMails } from "@/lib/queries/notification/mails";
import { getMyWork } from "@/lib/queries/record/my-work";
import { listOwnPlans } from "@/lib/queries/record/plans";
import { requireSignedIn } from "@/lib/web/page";

export default async function HomePage() {
  const reader = await requireSignedIn("/office");
  const [work, waiting, failed, failedJobs, plans, t] = await Promise.all([
    getMyWork(reader),
    listWaitingPlans(reader),
    countFailedMails(reader),
    countFailingJobs(reader),
    listOwnPlans(reader),
    getTranslations("office"),
  ]);
  return (
    <>
      <title>{`${t("home.title")} · ${t("product")}`}</title>
      <PageHeader title={t("home.title")}>
        {reader.grants.length === 0 && <p>{t("home.noRole")}</p>}
      </PageHeader>
      {failed !== null && (
        <div className="empty:hidden pb-6">
          <MailTrouble hasServer={sendsMail()} failed={failed} failedJobs={failedJobs ?? 0} />
        </div>
      )}
      <WorkLists work={work} waitingPlans={waiting} />
      {plans.length > 0 && (
        <section aria-labelledby="plans" className="flex flex-col gap-2 pt-10">
          <h2 id="plans" className="font-bold text-h2">
            {t("home.plans")}
          </h2>
          <PlanList plans={plans} />
        </section>
      )}
    </>
  );
}
