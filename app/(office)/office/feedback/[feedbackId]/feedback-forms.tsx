"use client";
import { useTranslations } from "next-intl";
import { CommandForm, useCommandForm } from "@/components/forms/command-form";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import {
  answerFeedbackAction,
  removeFeedbackAddressAction,
  setFeedbackAsideAction,
} from "./actions";

/** Shows a form to answer feedback; `how` says whether the answer is mailed. */
export function AnswerForm({ feedbackId, how }: { feedbackId: string; how: string }) {
  const t = useTranslations("feedbackInbox");
  const form = useCommandForm(answerFeedbackAction);
  return (
    <CommandForm
      form={form}
      given={{ feedbackId }}
      done={({ isMailed }) =>
        t("answered", { isMailed: isMailed && how === "mail" ? "yes" : "no" })
      }
    >
      <TextArea
        {...form.field("text")}
        label={t("answer")}
        hint={t("answerHint", { how })}
        required
        maxLength={4000}
      />
      <div>
        <Button type="submit" look="primary" disabled={form.isSending}>
          {t("send")}
        </Button>
      </div>
    </CommandForm>
  );
}

/** Shows a form to set feedback aside without an answer. */
export function SetAsideForm({ feedbackId }: { feedbackId: string }) {
  const t = useTranslations("feedbackInbox");
  const form = useCommandForm(setFeedbackAsideAction);
  return (
    <CommandForm form={form} given={{ feedbackId }} done={() => t("wasSetAside")}>
      <TextField
        {...form.field("reason")}
        label={t("reason")}
        required
        maxLength={500}
        autoComplete="off"
      />
      <div>
        <Button type="submit" disabled={form.isSending}>
          {t("setAside")}
        </Button>
      </div>
    </CommandForm>
  );
}

/** Shows a form to remove the sender's address. */
export function RemoveAddressForm({ feedbackId }: { feedbackId: string }) {
  const t = useTranslations("feedbackInbox");
  const form = useCommandForm(removeFeedbackAddressAction);
  return (
    <CommandForm form={form} given={{ feedbackId }} done={() => t("removed")}>
      <p className="text-muted text-small">{t("removeHint")}</p>
      <div>
        <Button type="submit" disabled={form.isSending}>
          {t("remove")}
        </Button>
      </div>
    </CommandForm>
  );
}
