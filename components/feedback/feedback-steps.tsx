import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";

/** Shows the steps taken on feedback, with person and time, oldest first. */
export function FeedbackSteps({
  steps,
  timeZone,
  locale,
}: {
  steps: {
    id: string;
    kind: string;
    text: string;
    at: Date;
    by: { name: string };
    mail: { state: string } | null;
  }[];
  /** The reader's own time zone. */
  timeZone: string;
  locale: string;
}) {
  const t = useTranslations("feedbackInbox");
  if (steps.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="font-bold text-h2">{t("steps")}</h2>
      <ol className="flex max-w-text flex-col gap-3">
        {steps.map(({ id, kind, text, at, by, mail }) => (
          <li key={id} className="border-line-strong border-l-4 pl-3">
            <p className="font-semibold">{t("step", { kind, name: by.name })}</p>
            <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</p>
            <p className="text-muted text-small">
              <Moment at={at} timeZone={timeZone} locale={locale} />
              {mail && `. ${t("mail", { state: mail.state })}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
