import { FieldDiff, FieldHeading, useNamed } from "@/components/record/diff/diff";
import type { Shown } from "@/components/record/diff/value";
import { diffFields } from "@/lib/domain/record/diff";
import { fieldSpecs } from "@/lib/domain/record/fields";
import type { RecordFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";

/** Shows each field of a record that differs between two days, with both values side by side. */
export function ChangedFields({
  kind,
  before,
  after,
  shown,
  nothing,
}: {
  kind: RecordKind;
  before: RecordFields;
  after: RecordFields;
  shown: Shown;
  /** The text for when nothing differs. */
  nothing: React.ReactNode;
}) {
  const withNames = useNamed(shown, [before, after]);
  const changes = new Map(diffFields(kind, before, after).map((change) => [change.field, change]));
  if (changes.size === 0) return nothing;
  const values = after as Record<string, unknown>;
  return fieldSpecs[kind]
    .filter((spec) => changes.has(spec.name))
    .map((spec) => (
      <section key={spec.name} className="flex flex-col gap-2 border-line border-b py-4">
        <FieldHeading spec={spec} />
        <FieldDiff
          spec={spec}
          change={changes.get(spec.name)}
          after={values[spec.name]}
          shown={withNames}
        />
      </section>
    ));
}
