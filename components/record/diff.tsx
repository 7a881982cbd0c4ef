import { useTranslations } from "next-intl";
import { ItemsDiff } from "@/components/record/diff-items";
import { Pair, ValueDiff } from "@/components/record/diff-pair";
import { FieldValue, isEmpty, type Shown } from "@/components/record/diff-value";
import { diffFields, type FieldChange } from "@/lib/domain/diff";
import { type FieldSpec, fieldSpecs } from "@/lib/domain/fields";
import type { Item } from "@/lib/domain/item";
import type { RecordFields, RecordKind } from "@/lib/domain/record";

/**
 * Everything that differs between what is public and what would be, field by field, side by side; what does not differ
 * is folded in below. Without anything public yet all of it is new, and one column is enough.
 */
export function RecordDiff({
  kind,
  before,
  after,
  shown,
}: {
  kind: RecordKind;
  before: RecordFields | null;
  after: RecordFields;
  shown: Shown;
}) {
  const t = useTranslations("review.diff");
  const changes = new Map(diffFields(kind, before, after).map((change) => [change.field, change]));
  const changed = fieldSpecs[kind].filter((spec) => changes.has(spec.name));
  const rest = fieldSpecs[kind].filter((spec) => !changes.has(spec.name));
  const values = after as Record<string, unknown>;
  return (
    <div className="flex flex-col">
      {before !== null && changed.length > 0 && (
        <div
          aria-hidden="true"
          className="sticky top-0 hidden border-line-strong border-b bg-white py-2 font-semibold sm:block print:static"
        >
          <Pair before={t("before")} after={t("after")} />
        </div>
      )}
      {changed.map((spec) =>
        before === null ? (
          <Stated key={spec.name} spec={spec} values={values} shown={shown} />
        ) : (
          <section key={spec.name} className="flex flex-col gap-2 border-line border-b py-4">
            <FieldHeading spec={spec} />
            <FieldDiff
              spec={spec}
              change={changes.get(spec.name)}
              after={values[spec.name]}
              shown={shown}
            />
          </section>
        ),
      )}
      {rest.length > 0 && (
        <details className="py-4">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">
            {t(before === null ? "leftEmpty" : "unchanged", { count: rest.length })}
          </summary>
          {rest.map((spec) => (
            <Stated key={spec.name} spec={spec} values={values} shown={shown} />
          ))}
        </details>
      )}
    </div>
  );
}

/** A field with nothing to compare it with: its name and its value. */
function Stated({
  spec,
  values,
  shown,
}: {
  spec: FieldSpec;
  values: Record<string, unknown>;
  shown: Shown;
}) {
  return (
    <section className="grid gap-x-6 gap-y-1 border-line border-b py-3 sm:grid-cols-[14rem_1fr]">
      <FieldHeading spec={spec} />
      <div lang={languageOf(spec, values)} className="max-w-text">
        <FieldValue spec={spec} value={values[spec.name]} shown={shown} />
      </div>
    </section>
  );
}

function FieldHeading({ spec }: { spec: FieldSpec }) {
  const t = useTranslations("fields");
  return <h3 className="font-semibold">{t(spec.name as never)}</h3>;
}

function FieldDiff({
  spec,
  change,
  after,
  shown,
}: {
  spec: FieldSpec;
  change: FieldChange | undefined;
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

/** Only the local title says which language it is in; a screen reader needs to know. */
function languageOf(spec: FieldSpec, values: Record<string, unknown>) {
  const language = values["localTitleLanguage"];
  return spec.name === "localTitle" && !isEmpty(language) ? String(language) : undefined;
}
