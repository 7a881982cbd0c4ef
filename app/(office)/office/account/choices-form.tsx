"use client";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useFieldErrors } from "@/components/forms/field-errors";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { Button } from "@/components/ui/button";
import { CheckField, SelectField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { isUrgent, type NoticeKind, noticeGroups } from "@/lib/domain/notification/notice";
import { untouched } from "@/lib/domain/result/form-state";
import { chooseNoticesAction } from "./actions";

// TypeScript types the result of Object.keys as plain strings.
const groups = Object.keys(noticeGroups) as (keyof typeof noticeGroups)[];

export function ChoicesForm({
  person,
  off,
  locales,
  timeZones,
}: {
  person: { id: string; locale: string; timeZone: string | null };
  /** The kinds that are switched off for mail. */
  off: NoticeKind[];
  locales: { value: string; label: string }[];
  timeZones: string[];
}) {
  const t = useTranslations("notices");
  const [state, choose, isChoosing] = useActionState(chooseNoticesAction, untouched);
  const errorsOf = useFieldErrors(state);
  return (
    <form action={choose} className="flex flex-col gap-6">
      {state.refusal && <RefusalNotice refusal={state.refusal} />}
      {state.value && (
        <Notice role="status" tone="good">
          {t("choices.saved")}
        </Notice>
      )}
      <input type="hidden" name="personId" value={person.id} />
      <fieldset className="grid max-w-4xl items-start gap-x-10 gap-y-4 lg:grid-cols-2">
        <legend className="pb-2 font-bold text-lead">{t("choices.kinds")}</legend>
        {groups.map((group) => (
          <fieldset key={group}>
            <legend className="pb-1 text-muted">{t(`group.${group}`)}</legend>
            {noticeGroups[group].map((kind) => (
              <CheckField
                key={`${kind}-${off.includes(kind)}`}
                name={`mail_${kind}`}
                label={isUrgent(kind) ? `${t(`kind.${kind}`)} (${t("urgent")})` : t(`kind.${kind}`)}
                defaultChecked={!off.includes(kind)}
              />
            ))}
          </fieldset>
        ))}
      </fieldset>
      <div className="flex max-w-lg flex-col gap-6">
        <SelectField
          label={t("choices.locale")}
          name="locale"
          key={`locale-${person.locale}`}
          defaultValue={person.locale}
          options={locales}
          errors={errorsOf("locale")}
        />
        <SelectField
          label={t("choices.timeZone")}
          name="timeZone"
          key={`zone-${person.timeZone}`}
          defaultValue={person.timeZone ?? ""}
          options={[
            { value: "", label: t("choices.timeZoneDefault") },
            ...timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
          ]}
          errors={errorsOf("timeZone")}
        />
      </div>
      <div>
        <Button type="submit" look="primary" disabled={isChoosing}>
          {t("choices.save")}
        </Button>
      </div>
    </form>
  );
}
