import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { StepForm } from "@/components/review/step-form";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { timeZoneFor } from "@/lib/domain/people/time-zone";
import { currentContext, recordAddress } from "@/lib/domain/site/page-context";
import { findPublished } from "@/lib/queries/record/published";
import { requireSignedIn } from "@/lib/web/page";
import { correctAction, endWithholdingAction, withholdAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("published");
  return { title: t("title") };
}

/** Shows the published content of a record, for a reviewer to correct its spelling or to withhold it. */
export default async function PublishedPage({ params }: PageProps<"/office/published/[recordId]">) {
  const { recordId } = await params;
  const reader = await requireSignedIn(`/office/published/${recordId}`);
  const record = (await findPublished(reader, recordId)) ?? notFound();
  const [t, assessing, locale] = await Promise.all([
    getTranslations("published"),
    getTranslations("assessing.record"),
    getLocale(),
  ]);
  const { city, withholding } = record;
  const { kind, slug } = record;
  const publicAddress = recordAddress(currentContext, { kind, slug, citySlug: city.slug });
  return (
    <div className="flex max-w-text flex-col gap-10 pb-16">
      <PageHeader
        path={[{ href: "/office/submissions?part=decided", label: t("decided") }]}
        title={record.title || t("planProfile", { period: record.period ?? "" })}
      >
        <p>{t("edition", { city: city.name, number: record.number })}</p>
        <p className="flex flex-wrap gap-x-6 [&>a]:py-2.5">
          <a href={publicAddress}>{t("publicPage")}</a>
          <a href={`/office/published/${recordId}/assessments`}>{assessing("link")}</a>
        </p>
      </PageHeader>
      {withholding && (
        <Notice role="status" tone="warning" title={t("withheld")}>
          <p>
            {withholding.by.name},{" "}
            <Moment
              at={withholding.at}
              timeZone={timeZoneFor(reader, city.timeZone)}
              locale={locale}
            />
          </p>
          <p className="whitespace-pre-wrap">{t("because", { reason: withholding.reason })}</p>
          <p className="whitespace-pre-wrap">{t("told", { notice: withholding.notice })}</p>
        </Notice>
      )}
      <WithholdSection recordId={recordId} isWithheld={withholding !== null} />
      <CorrectSection recordId={recordId} record={record} />
    </div>
  );
}

function WithholdSection({ recordId, isWithheld }: { recordId: string; isWithheld: boolean }) {
  const t = useTranslations("published");
  return (
    <section className="flex flex-col gap-4">
      <h2 className="font-bold text-h2">{t("withholdTitle")}</h2>
      <p>{t("withholdIntro")}</p>
      <StepForm
        action={withholdAction}
        given={{ recordId }}
        button={t("withhold")}
        look="secondary"
        isOffered={!isWithheld}
        fields={[
          { kind: "text", name: "reason", label: t("reason"), hint: t("reasonHint") },
          { kind: "text", name: "notice", label: t("notice"), hint: t("noticeHint") },
        ]}
      />
      <StepForm
        action={endWithholdingAction}
        given={{ recordId }}
        button={t("endWithholding")}
        look="secondary"
        isOffered={isWithheld}
      />
    </section>
  );
}

function CorrectSection({
  recordId,
  record,
}: {
  recordId: string;
  record: NonNullable<Awaited<ReturnType<typeof findPublished>>>;
}) {
  const t = useTranslations("published");
  const fields = useTranslations("fields");
  return (
    <section className="flex flex-col gap-4">
      <h2 className="font-bold text-h2">{t("correctTitle")}</h2>
      <p>{t("correctIntro")}</p>
      <StepForm
        key={record.number}
        action={correctAction}
        given={{ recordId, number: String(record.number) }}
        button={t("correct")}
        look="secondary"
        refusal={record.isInReview ? { code: "wrong_state", reason: "correction_in_review" } : null}
        fields={[
          ...record.texts.map(({ name, field, path, place, text, isLine }) => ({
            kind: isLine ? ("line" as const) : ("text" as const),
            name,
            label:
              path === null
                ? fields(field)
                : t("item", {
                    list: fields(field),
                    place: place ?? 0,
                    part: fields(`items.${path}`),
                  }),
            value: text,
          })),
          {
            kind: "line",
            name: "correction",
            label: t("correction"),
            hint: t("correctionHint"),
            maxLength: 300,
          },
        ]}
      />
    </section>
  );
}
