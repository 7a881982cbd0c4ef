"use client";
import { useTranslations } from "next-intl";
import { CommandForm, useCommandForm } from "@/components/forms/command-form";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { type OrganisationKind, organisationKinds } from "@/lib/domain/organisation/kinds";
import {
  changeOrganisationAction,
  makeOrganisationAction,
  mergeOrganisationsAction,
} from "./actions";

type Facts = { name: string; kind: OrganisationKind; countryCode: string; otherNames: string };

/** Shows a form that makes an organisation, with what it begins with. */
export function MakeOrganisationForm({ begun }: { begun: Facts }) {
  const form = useCommandForm(makeOrganisationAction);
  const t = useTranslations("organisations");
  return (
    <CommandForm form={form} done={() => t("form.saved")}>
      <Fields form={form} facts={begun} />
      <div>
        <Button type="submit" look="primary" disabled={form.isSending}>
          {t("make")}
        </Button>
      </div>
    </CommandForm>
  );
}

/** Shows a form that changes an organisation. */
export function ChangeOrganisationForm({
  organisation,
}: {
  organisation: Facts & { id: string; changedAt: string };
}) {
  const form = useCommandForm(changeOrganisationAction);
  const t = useTranslations("organisations.form");
  const { id: organisationId, changedAt } = organisation;
  return (
    <CommandForm form={form} given={{ organisationId, changedAt }} done={() => t("saved")}>
      <Fields form={form} facts={organisation} />
      <div>
        <Button type="submit" look="primary" disabled={form.isSending}>
          {t("save")}
        </Button>
      </div>
    </CommandForm>
  );
}

/** Shows a form that merges an organisation into another one, chosen by name. */
export function MergeForm({ organisationId, listId }: { organisationId: string; listId: string }) {
  const form = useCommandForm(mergeOrganisationsAction);
  const t = useTranslations("organisations");
  return (
    <CommandForm form={form} given={{ organisationId }} done={() => t("form.saved")}>
      <TextField
        {...form.field("into")}
        label={t("merge.into")}
        list={listId}
        required
        autoComplete="off"
      />
      <div>
        <Button type="submit" disabled={form.isSending}>
          {t("merge.button")}
        </Button>
      </div>
    </CommandForm>
  );
}

function Fields({
  form,
  facts,
}: {
  form: { field: ReturnType<typeof useCommandForm>["field"] };
  facts: Facts;
}) {
  const t = useTranslations("organisations.form");
  const kinds = useTranslations("choices.partnerKind");
  return (
    <>
      <TextField
        {...form.field("name", facts.name)}
        label={t("name")}
        hint={t("nameHint")}
        required
        autoComplete="off"
      />
      <SelectField
        {...form.field("kind", facts.kind)}
        label={t("kind")}
        options={organisationKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
      />
      <TextField
        {...form.field("countryCode", facts.countryCode)}
        label={t("country")}
        hint={t("countryHint")}
        maxLength={2}
        autoComplete="off"
      />
      <TextArea
        {...form.field("otherNames", facts.otherNames)}
        label={t("otherNames")}
        hint={t("otherNamesHint")}
      />
    </>
  );
}
