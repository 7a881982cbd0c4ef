"use client";
import { useTranslations } from "next-intl";
import { CommandForm, useCommandForm } from "@/components/forms/command-form";
import { Button } from "@/components/ui/button";
import { CheckField, TextField } from "@/components/ui/field";
import { leavePartnerNameAction, matchPartnerNameAction } from "./actions";

type Props = { name: string; within: string };

/** Shows a form that matches a partner's name to an organisation, chosen by name. */
export function MatchForm({
  name,
  within,
  countryName,
  listId,
}: Props & { countryName: string; listId: string }) {
  const t = useTranslations("organisations");
  const form = useCommandForm(matchPartnerNameAction);
  return (
    <CommandForm form={form} given={{ name, within }} done={(matched) => t("matched", matched)}>
      <TextField
        {...form.field("organisation")}
        label={t("organisation")}
        list={listId}
        required
        autoComplete="off"
      />
      <CheckField name="isEverywhere" label={t("isEverywhere", { country: countryName })} />
      <div>
        <Button type="submit" disabled={form.isSending}>
          {t("match")} <span className="sr-only">{name}</span>
        </Button>
      </div>
    </CommandForm>
  );
}

/** Shows a button that leaves a partner's name as it is written. */
export function LeaveForm({ name, within }: Props) {
  const t = useTranslations("organisations");
  const form = useCommandForm(leavePartnerNameAction);
  return (
    <CommandForm form={form} given={{ name, within }} done={() => t("form.saved")}>
      <div>
        <Button type="submit" look="quiet" disabled={form.isSending}>
          {t("leave")} <span className="sr-only">{name}</span>
        </Button>
      </div>
    </CommandForm>
  );
}
