import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import type { FeedbackKind, FeedbackState } from "@/lib/domain/feedback/feedback";

type Row = {
  id: string;
  kind: FeedbackKind;
  about: string;
  text: string;
  at: Date;
  state: FeedbackState;
  city: { name: string } | null;
};

/** Shows feedback with its first lines and a link to the whole. */
export function FeedbackList({
  feedback,
  timeZone,
  locale,
}: {
  feedback: Row[];
  /** The reader's own time zone. */
  timeZone: string;
  locale: string;
}) {
  const t = useTranslations("feedbackInbox");
  return (
    <ol className="flex flex-col">
      {feedback.map(({ id, kind, about, text, at, state, city }) => (
        <li key={id} className="flex flex-col gap-1 border-line border-b py-3">
          <a
            href={`/office/feedback/${id}`}
            className="inline-block max-w-text py-1 font-semibold [overflow-wrap:anywhere]"
          >
            {t("kind", { kind })}: {about}
          </a>
          <p className="line-clamp-3 max-w-text whitespace-pre-wrap [overflow-wrap:anywhere]">
            {text}
          </p>
          <p className="text-muted text-small">
            <span className="font-semibold text-ink">{t("state", { state })}</span>
            {city && ` · ${city.name}`} · <Moment at={at} timeZone={timeZone} locale={locale} />
          </p>
        </li>
      ))}
    </ol>
  );
}
