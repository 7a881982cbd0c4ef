import { useTranslations } from "next-intl";
import { ItemsDiff } from "@/components/record/diff/items";
import { Pair, ValueDiff } from "@/components/record/diff/pair";
import { FieldValue, type Shown } from "@/components/record/diff/value";
import { useClaimNames } from "@/components/record/shared/claims";
import { diffFields, type FieldChange } from "@/lib/domain/record/diff";
import { isEmpty } from "@/lib/domain/record/empty";
import { type FieldSpec, fieldSpecs } from "@/lib/domain/record/fields";
import type { RecordFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { Item } from "@/lib/domain/values/item";

/**
 * Shows all differences between the published and the submitted content, field by field, side by side; equal fields are
 * folded below. Before the first publication everything is new, and one column is shown.
 */
export function RecordDiff({
  kind,
  before,
  after,
  shown,
  beside,
}: {
  kind: RecordKind;
  before: RecordFields | null;
  after: RecordFields;
  shown: Shown;
  /** Content beside the change of a field; a field that is named here is not folded. */
  beside?: { fields: Set<string>; of: (spec: FieldSpec) => React.ReactNode };
}) {
  const t = useTranslations("diff");
  const changes = new Map(diffFields(kind, before, after).map((change) => [change.field, change]));
  const changed = fieldSpecs[kind].filter((spec) => changes.has(spec.name));
  const same = fieldSpecs[kind].filter((spec) => !changes.has(spec.name));
  const named = same.filter((spec) => beside?.fields.has(spec.name));
  const rest = same.filter((spec) => !named.includes(spec));
  const values = after as Record<string, unknown>;
  const withNames = useNamed(shown, [before ?? {}, after]);
  return (
    <div className="flex flex-col">
      {before !== null && changed.length > 0 && (
        <div
          aria-hidden="true"
          className="sticky top-0 hidden border-line-strong border-b bg-white py-2 font-semibold sm:block print:static"
        >
          <Pair before={t("before")} after={t("after")} sides={shown.sides} />
        </div>
      )}
      {changed.map((spec) =>
        before === null ? (
          <Stated key={spec.name} spec={spec} values={values} shown={withNames}>
            {beside?.of(spec)}
          </Stated>
        ) : (
          <section
            key={spec.name}
            id={`field-${spec.name}`}
            className="flex flex-col gap-2 border-line border-b py-4"
          >
            <FieldHeading spec={spec} />
            <FieldDiff
              spec={spec}
              change={changes.get(spec.name)}
              after={values[spec.name]}
              shown={withNames}
            />
            {beside?.of(spec)}
          </section>
        ),
      )}
      {named.map((spec) => (
        <Stated key={spec.name} spec={spec} values={values} shown={withNames}>
          {beside?.of(spec)}
        </Stated>
      ))}
      {rest.length > 0 && (
        <details className="py-4">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">
            {t(before === null ? "leftEmpty" : "unchanged", { count: rest.length })}
          </summary>
          {rest.map((spec) => (
            // An empty field is not printed.
            <div key={spec.name} className={isEmpty(values[spec.name]) ? "print:hidden" : ""}>
              <Stated spec={spec} values={values} shown={withNames}>
                {beside?.of(spec)}
              </Stated>
            </div>
          ))}
        </details>
      )}
    </div>
  );
}

/** Returns `shown` with the names of what evidence supports, which come from the record itself, before and after. */
export function useNamed(shown: Shown, states: object[]): Shown {
  const namesIn = useClaimNames();
  return { ...shown, names: Object.assign({}, ...states.map(namesIn), shown.names) };
}

/** Shows a field without a comparison: its name and its value. */
function Stated({
  spec,
  values,
  shown,
  children,
}: {
  spec: FieldSpec;
  values: Record<string, unknown>;
  shown: Shown;
  children?: React.ReactNode;
}) {
  return (
    <section
      id={`field-${spec.name}`}
      // A heading normally stays on the page of what follows; here its content stands beside it.
      className="grid gap-x-6 gap-y-1 border-line border-b py-3 sm:grid-cols-[14rem_1fr] print:[&>h3]:break-after-auto"
    >
      <FieldHeading spec={spec} />
      <div className="flex max-w-text flex-col gap-2">
        <div lang={languageOf(spec, values)}>
          <FieldValue spec={spec} value={values[spec.name]} shown={shown} />
        </div>
        {children}
      </div>
    </section>
  );
}

export function FieldHeading({ spec }: { spec: FieldSpec }) {
  const t = useTranslations("fields");
  return <h3 className="font-semibold">{t(spec.name)}</h3>;
}

/** Shows the change of one field, side by side. */
export function FieldDiff({
  spec,
  change,
  after,
  shown,
}: {
  spec: FieldSpec;
  change: FieldChange | null | undefined;
  after: unknown;
  shown: Shown;
}) {
  if (spec.kind === "list" && change?.kind === "list") {
    return <ItemsDiff spec={spec} change={change} after={after as Item[]} shown={shown} />;
  }
  if (spec.kind !== "list" && change?.kind === "value") {
    return <ValueDiff spec={spec} before={change.before} after={change.after} shown={shown} />;
  }
  return null;
}

/** Only the local title states its language, which a screen reader needs. */
function languageOf(spec: FieldSpec, values: Record<string, unknown>) {
  const language = values["localTitleLanguage"];
  return spec.name === "localTitle" && !isEmpty(language) ? String(language) : undefined;
}
