import { useTranslations } from "next-intl";
import { pageOf } from "@/lib/domain/feedback/feedback";

/** Shows who reads the feedback that was sent, and what happens next. */
export function FeedbackSent({
  locale,
  about,
  who,
}: {
  locale: string;
  about: string;
  who: string;
}) {
  const t = useTranslations("feedback");
  return (
    <div className="flex max-w-text flex-col gap-4">
      <p>
        {t("reads", { who })} {t("sentNext")}
      </p>
      <p>
        <a href={pageOf({ locale, about })} className="inline-block py-2">
          {t("back")}
        </a>
      </p>
    </div>
  );
}
