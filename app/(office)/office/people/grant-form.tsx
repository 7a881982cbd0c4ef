"use client";
import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { useFieldErrors } from "@/components/forms/field-errors";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { LinkNotice } from "@/components/people/link-notice";
import { Button } from "@/components/ui/button";
import { CheckField, SelectField, TextField } from "@/components/ui/field";
import { isOf, mayBeAlternate, type Role } from "@/lib/domain/people/roles";
import { untouched } from "@/lib/domain/result/form-state";
import { addPersonAction } from "./actions";

/** Shows a form that grants a role to a new person or to `person`. It offers only roles that the reader may grant. */
export function GrantForm({
  roles,
  cities,
  countries,
  person,
}: {
  roles: Role[];
  cities: { id: string; name: string; country: { name: string } }[];
  countries: { code: string; name: string }[];
  person?: { name: string; email: string };
}) {
  const t = useTranslations("people.form");
  const roleNames = useTranslations("choices.role");
  const [state, add, isAdding] = useActionState(addPersonAction, untouched);
  const [role, setRole] = useState(roles[0] ?? "editor");
  const errorsOf = useFieldErrors(state);
  return (
    <form
      // The next person gets a new form; after a refusal it keeps what was typed. React resets a form after its action
      // and then shows the first option of a select, so resets are prevented.
      key={state.value?.email}
      onReset={(event) => event.preventDefault()}
      action={add}
      className="flex max-w-lg flex-col gap-4"
    >
      {state.refusal && <RefusalNotice refusal={state.refusal} />}
      {state.value && <LinkNotice handedOver={state.value} />}
      {person ? (
        <>
          <input type="hidden" name="email" value={person.email} />
          <input type="hidden" name="name" value={person.name} />
        </>
      ) : (
        <NewPerson typed={state.typed} errorsOf={errorsOf} />
      )}
      <SelectField
        label={t("role")}
        name="role"
        value={role}
        onChange={(event) => setRole(roles.find((r) => r === event.target.value) ?? role)}
        errors={errorsOf("role")}
        options={roles.map((value) => ({ value, label: roleNames(value) }))}
      />
      <p className="text-muted text-small">{t(`about.${role}`)}</p>
      <Place
        role={role}
        cities={cities}
        countries={countries}
        typed={state.typed}
        errorsOf={errorsOf}
      />
      <div>
        <Button type="submit" look="primary" disabled={isAdding}>
          {t(person ? "give" : "add")}
        </Button>
      </div>
    </form>
  );
}

type FormProps = { typed: Record<string, string>; errorsOf: (field: string) => string[] };

function NewPerson({ typed, errorsOf }: FormProps) {
  const t = useTranslations("people.form");
  return (
    <>
      <TextField
        label={t("name")}
        name="name"
        required
        autoComplete="off"
        defaultValue={typed["name"] ?? ""}
        errors={errorsOf("name")}
      />
      <TextField
        label={t("email")}
        name="email"
        type="email"
        required
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={typed["email"] ?? ""}
        errors={errorsOf("email")}
      />
    </>
  );
}

/** Shows the fields for the place of a role: its city or country, and whether the person is an alternate. */
function Place({
  role,
  cities,
  countries,
  typed,
  errorsOf,
}: FormProps & { role: Role } & Pick<
    React.ComponentProps<typeof GrantForm>,
    "cities" | "countries"
  >) {
  const t = useTranslations("people.form");
  return (
    <>
      {isOf("city", role) && (
        <SelectField
          label={t("city")}
          name="cityId"
          defaultValue={typed["cityId"] ?? (cities.length === 1 ? cities[0]?.id : "")}
          errors={errorsOf("cityId")}
          options={[
            ...(cities.length === 1 ? [] : [{ value: "", label: t("choose") }]),
            ...cities.map(({ id, name, country }) => ({
              value: id,
              label: `${name}, ${country.name}`,
            })),
          ]}
        />
      )}
      {mayBeAlternate(role) && (
        <CheckField label={t("alternate")} hint={t("alternateHint")} name="isAlternate" />
      )}
      {isOf("country", role) && (
        <SelectField
          label={t("country")}
          name="countryCode"
          defaultValue={typed["countryCode"] ?? ""}
          errors={errorsOf("countryCode")}
          options={[
            { value: "", label: t("choose") },
            ...countries.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      )}
    </>
  );
}
