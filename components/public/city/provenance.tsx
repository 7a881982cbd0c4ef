import { useTranslations } from "next-intl";
import { Section } from "@/components/public/shared/section";
import { SourceList } from "@/components/public/shared/source-list";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { EditionOrigin } from "@/lib/domain/record/origin";
import type { PageContext } from "@/lib/domain/site/page-context";
import { type Day, toDay } from "@/lib/domain/values/day";

/** Shows the sources of a record's information, and its edition with the day from which it is valid. */
export function Provenance({
  context,
  edition,
  sources,
  ofPlan = false,
}: {
  context: PageContext;
  edition: { number: number; effectiveOn: Day; publishedAt: Date; origin: EditionOrigin };
  sources: { id: string; title: string; address: string }[];
  /** True for an edition of a plan, whose projects have editions of their own. */
  ofPlan?: boolean;
}) {
  const t = useTranslations();
  const isRead = edition.origin === "documents";
  const sentence = ofPlan
    ? isRead
      ? "origin.planRead"
      : "public.provenance.planConfirmed"
    : isRead
      ? "origin.read"
      : "public.provenance.confirmed";
  return (
    <Section
      title={t(isRead ? "public.provenance.sources" : "public.provenance.title")}
      id="sources"
    >
      <SourceList sources={sources} />
      <p className="max-w-text">
        {t(sentence, {
          effectiveOn: formatPartialDate(edition.effectiveOn, context.locale),
          number: edition.number,
          publishedAt: formatPartialDate(toDay(edition.publishedAt), context.locale),
        })}
      </p>
    </Section>
  );
}
