import { useTranslations } from "next-intl";
import {
  addressDays,
  type FeedbackKind,
  type FeedbackState,
  pageOf,
} from "@/lib/domain/feedback/feedback";
import { isLocale, languageNames, languageTag } from "@/lib/domain/language/locale";

/** Shows what somebody wrote, of which page, and where an answer goes. */
export function FeedbackFacts({
  feedback,
}: {
  feedback: {
    kind: FeedbackKind;
    about: string;
    locale: string;
    text: string;
    better: string;
    email: string | null;
    state: FeedbackState;
    city: { name: string } | null;
  };
}) {
  const t = useTranslations("feedbackInbox");
  const { kind, about, locale, text, better, email, state, city } = feedback;
  const language = isLocale(locale) ? locale : "en";
  return (
    <dl className="flex max-w-text flex-col gap-4 [overflow-wrap:anywhere]">
      <Fact name={t("state", { state })}>
        {t("kind", { kind })}, {city?.name ?? t("noCity")}
      </Fact>
      <Fact name={t("page")}>
        <a href={pageOf({ locale, about })} className="inline-block py-2">
          {pageOf({ locale, about })}
        </a>
      </Fact>
      <Fact name={t("language")}>
        <span lang={languageTag(language)}>{languageNames[language]}</span>
      </Fact>
      <Fact name={t("written")}>
        <span className="whitespace-pre-wrap">{text}</span>
      </Fact>
      {better !== "" && (
        <Fact name={t("better")}>
          <span className="whitespace-pre-wrap">{better}</span>
        </Fact>
      )}
      <Fact name={t("address")}>
        {email ?? t("noAddress")}
        {email !== null && (
          <span className="block text-muted text-small">
            {t("addressUntil", { answeredDays: addressDays.afterAnswer, maxDays: addressDays.max })}
          </span>
        )}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
