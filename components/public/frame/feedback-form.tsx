import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import {
  addressDays,
  citySlugOf,
  type FeedbackKind,
  feedbackKinds,
  pageOf,
} from "@/lib/domain/feedback/feedback";
import type { Locale } from "@/lib/domain/language/locale";
import { addressOf } from "@/lib/domain/site/page-context";
import type { FieldError } from "@/lib/domain/values/field-error";

/**
 * Shows the form with which anybody writes about a page. It is plain HTML; after a refusal it holds what was typed and
 * the errors.
 */
export function FeedbackForm({
  locale,
  about,
  kind,
  signature,
  typed,
  errors,
}: {
  locale: Locale;
  /** The page's address without its language. */
  about: string;
  kind: FeedbackKind;
  /** The signed time at which the form was made. */
  signature: string;
  typed: Record<string, string>;
  errors: Record<string, FieldError[]>;
}) {
  const t = useTranslations("feedback");
  const wordsOf = (field: string) => (errors[field] ?? []).map((error) => toWords(error, t));
  const isTranslation = kind === "translation";
  const isRefused = Object.keys(errors).length > 0;
  return (
    <div className="flex max-w-text flex-col gap-6">
      {isRefused && (
        <div id="refused">
          <Notice role="alert" tone="warning" title={t("refused")}>
            {wordsOf("form").map((words) => (
              <p key={words}>{words}</p>
            ))}
          </Notice>
        </div>
      )}
      <p>
        {t.rich("about", {
          page: pageOf({ locale, about }),
          link: (words) => (
            <a href={pageOf({ locale, about })} className="[overflow-wrap:anywhere]">
              {words}
            </a>
          ),
        })}
      </p>
      <p>{t("reads", { who: isTranslation ? "administrator" : readerOf(kind, about) })}</p>
      <Fields
        locale={locale}
        about={about}
        kind={kind}
        signature={signature}
        typed={typed}
        wordsOf={wordsOf}
      />
      <section className="flex flex-col gap-2">
        <h2 className="font-bold text-h3">{t("keptTitle")}</h2>
        <p>{t("kept")}</p>
        <p>{t("keptEmail", { answeredDays: addressDays.afterAnswer, maxDays: addressDays.max })}</p>
      </section>
      <OtherKinds locale={locale} about={about} kind={kind} />
    </div>
  );
}

function Fields({
  locale,
  about,
  kind,
  signature,
  typed,
  wordsOf,
}: Omit<React.ComponentProps<typeof FeedbackForm>, "errors"> & {
  wordsOf: (field: string) => string[];
}) {
  const t = useTranslations("feedback");
  const field = (name: string) => ({
    name,
    id: name,
    defaultValue: typed[name] ?? "",
    errors: wordsOf(name),
  });
  const isTranslation = kind === "translation";
  return (
    <form method="post" action="/api/feedback" className="flex flex-col gap-5">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="about" value={about} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="signature" value={signature} />
      <div className="hidden">
        <TextField label={t("leaveEmpty")} name="website" autoComplete="off" tabIndex={-1} />
      </div>
      <TextArea
        {...field("text")}
        label={t(isTranslation ? "sentence" : kind === "accessibility" ? "barrier" : "text")}
        hint={t(
          isTranslation ? "sentenceHint" : kind === "accessibility" ? "barrierHint" : "textHint",
        )}
        required
        maxLength={4000}
      />
      {isTranslation && (
        <TextArea {...field("better")} label={t("better")} required maxLength={4000} />
      )}
      <TextField
        {...field("email")}
        label={t("email")}
        hint={t("emailHint")}
        type="email"
        autoComplete="email"
        maxLength={254}
      />
      <div>
        <Button type="submit" look="primary">
          {t("send")}
        </Button>
      </div>
    </form>
  );
}

/** Shows links to the forms for the other kinds of feedback. */
function OtherKinds({
  locale,
  about,
  kind,
}: Pick<React.ComponentProps<typeof FeedbackForm>, "locale" | "about" | "kind">) {
  const t = useTranslations("feedback");
  return (
    <nav aria-labelledby="other-kinds">
      <p id="other-kinds">{t("others")}:</p>
      <ul>
        {feedbackKinds
          .filter((other) => other !== kind)
          .map((other) => (
            <li key={other}>
              <a
                href={addressOf({ locale, asOf: null }, "/feedback", { about, kind: other })}
                className="inline-block py-2"
              >
                {t("kind", { kind: other })}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function readerOf(kind: FeedbackKind, about: string) {
  return kind === "page" && citySlugOf(about) !== null ? "city" : "secretariat";
}

const said = [
  "missing",
  "too_long",
  "email",
  "too_fast",
  "too_old",
  "used",
  "too_often",
  "too_many",
  "robot",
] as const;

/** Returns the text of an error; all that cannot be stored have one sentence. */
function toWords(
  { key, limit = 0 }: FieldError,
  t: ReturnType<typeof useTranslations<"feedback">>,
) {
  const known = said.find((each) => each === key);
  return t(`errors.${known ?? "unfit"}`, { limit });
}
