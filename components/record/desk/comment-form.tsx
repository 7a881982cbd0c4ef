"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Action, ask, type Failure } from "@/components/forms/ask";
import { useErrorWords } from "@/components/forms/error-words";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { Button } from "@/components/ui/button";
import { CheckField, TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Refusal } from "@/lib/domain/result/result";

type Outcome = { refusal: Refusal } | { failure: Failure } | "sent";

/** Shows a form for a comment and the people whom it mentions. What was typed stays until it is sent. */
export function CommentForm({
  recordId,
  people,
  action,
}: {
  recordId: string;
  people: { id: string; name: string }[];
  action: Action<null>;
}) {
  const t = useTranslations("discussion");
  const errorWords = useErrorWords();
  const [text, setText] = useState("");
  const [mentioned, setMentioned] = useState<string[]>([]);
  const [isSending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const refusal =
    outcome !== null && outcome !== "sent" && "refusal" in outcome ? outcome.refusal : null;
  const wrong = refusal?.code === "invalid" ? refusal.fields : {};

  async function send() {
    setSending(true);
    setOutcome(null);
    const result = await ask(action, { recordId, text, mentions: mentioned.join(" ") });
    setSending(false);
    if ("failure" in result) return setOutcome(result);
    if (result.answer.refusal) return setOutcome({ refusal: result.answer.refusal });
    setOutcome("sent");
    setText("");
    setMentioned([]);
  }

  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSending) void send();
      }}
    >
      <TextArea
        label={t("text")}
        name="text"
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        errors={errorWords(wrong["text"])}
      />
      {people.length === 0 ? (
        <p className="text-muted text-small">{t("alone")}</p>
      ) : (
        <Mentions
          people={people}
          mentioned={mentioned}
          errors={errorWords(wrong["mentions"])}
          onChange={setMentioned}
        />
      )}
      {refusal && <RefusalNotice refusal={refusal} />}
      {outcome !== null && outcome !== "sent" && "failure" in outcome && (
        <Notice role="alert" tone="warning">
          {t(outcome.failure)}
        </Notice>
      )}
      <p role="status" className="text-small">
        {outcome === "sent" && t("sent")}
      </p>
      <div>
        <Button type="submit" aria-disabled={isSending}>
          {t(isSending ? "sending" : "send")}
        </Button>
      </div>
    </form>
  );
}

/** Shows the people of the city, of whom those are selected whom the comment mentions. */
function Mentions({
  people,
  mentioned,
  errors,
  onChange,
}: {
  people: { id: string; name: string }[];
  mentioned: string[];
  errors: string[];
  onChange: (mentioned: string[]) => void;
}) {
  const t = useTranslations("discussion");
  return (
    <fieldset>
      <legend className="font-semibold">{t("tell")}</legend>
      <p className="text-muted text-small">{t("tellHint")}</p>
      <div className="max-h-64 overflow-y-auto">
        {people.map(({ id, name }) => (
          <CheckField
            key={id}
            label={name}
            checked={mentioned.includes(id)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...mentioned, id] : mentioned.filter((one) => one !== id),
              )
            }
          />
        ))}
      </div>
      {errors.map((words) => (
        <p key={words} className="font-semibold text-small text-warning">
          {words}
        </p>
      ))}
    </fieldset>
  );
}
