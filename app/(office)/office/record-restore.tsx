import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { restoreEditionAction, restoreFieldAction } from "@/app/(office)/office/actions";
import { namedIn } from "@/app/(office)/office/named-in";
import type { OpenRecord, SearchParams } from "@/app/(office)/office/record-history";
import { FieldDiff, FieldHeading, useNamed } from "@/components/record/diff/diff";
import type { Shown } from "@/components/record/diff/value";
import { RestoreForm } from "@/components/record/history/restore-form";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { formatPartialDate } from "@/components/ui/partial-date";
import { hasMessage } from "@/lib/domain/language/messages";
import type { SignedIn } from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import { timeZoneFor } from "@/lib/domain/people/time-zone";
import { diffField, type FieldChange } from "@/lib/domain/record/diff";
import { draftSpecs, type FieldSpec } from "@/lib/domain/record/fields";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { Values } from "@/lib/domain/record/typing";
import { findRestore, type Restorable, restoreAsked } from "@/lib/queries/history/restore";

/** Shows what a restore would change in a record, and the button that does it. */
export async function RecordRestore({
  reader,
  kind,
  record,
  title,
  recordPath,
  searchParams,
}: {
  reader: SignedIn;
  kind: RecordKind;
  record: OpenRecord;
  title: string;
  recordPath: string;
  searchParams: SearchParams;
}) {
  const asked = restoreAsked.safeParse(await searchParams);
  const values = { ...record.fields, internalNotes: record.internalNotes };
  const found =
    asked.success && (await findRestore(reader, { id: record.id, kind, values }, asked.data));
  if (!found) notFound();
  const [t, words, records, office, locale] = await Promise.all([
    getTranslations("history.restore"),
    getTranslations("fields"),
    getTranslations("record"),
    getTranslations("office"),
    getLocale(),
  ]);
  const { what, changes, seen } = found;
  const historyPath = `${recordPath}/history`;
  const named = await namedIn(
    reader,
    record.id,
    // The values of a field have the type of its schema.
    changes.flatMap(({ field, seen: now, value }) =>
      [now, value].map((each) => ({ [field]: each }) as Partial<ProjectFields>),
    ),
  );
  const nameOf = (field: string) =>
    hasMessage(words, field) ? words(field) : records("formerField");
  const heading =
    what.from === "edition"
      ? t("title.edition", { number: what.number })
      : t("title.field", { field: nameOf(what.field) });
  const shown = {
    locale,
    framework: record.framework,
    sides: { before: t("sides.before"), after: t("sides.after") },
    ...named,
  };
  const differing = differingOf(kind, changes);
  return (
    <>
      <title>{`${heading} · ${office("product")}`}</title>
      <PageHeader
        path={[
          { href: recordPath, label: title },
          { href: historyPath, label: t("history") },
        ]}
        title={heading}
      >
        <Intro what={what} timeZone={timeZoneFor(reader, record.city.timeZone)} locale={locale} />
        <p className="max-w-text">{t("kept")}</p>
      </PageHeader>
      {!can(reader, "draft.edit", record) && <Notice tone="plain">{t("notYours")}</Notice>}
      {can(reader, "draft.edit", record) && (
        <RestoreForm
          action={what.from === "edition" ? restoreEditionAction : restoreFieldAction}
          input={{ ...inputOf(what, record.id), seen }}
          done={
            what.from === "edition"
              ? t("doneEdition", { number: what.number })
              : t("done", { field: nameOf(what.field) })
          }
          isNothing={differing.length === 0}
          recordPath={recordPath}
          historyPath={historyPath}
        >
          <h2 className="font-bold text-h2">{t("changes", { count: differing.length })}</h2>
          <Differences differing={differing} current={values} shown={shown} />
        </RestoreForm>
      )}
    </>
  );
}

/** Returns the changes that differ in what a page shows, each with its field. */
function differingOf(
  kind: RecordKind,
  changes: { field: string; seen: unknown; value: unknown }[],
) {
  const specs = draftSpecs(kind);
  return changes.flatMap(({ field, seen: now, value }) => {
    const spec = specs.find((candidate) => candidate.name === field);
    const change = spec && diffField(spec, now, value);
    return spec && change ? [{ spec, change, value }] : [];
  });
}

/** Shows what would be restored: an edition, or one side of a change. */
function Intro({ what, timeZone, locale }: { what: Restorable; timeZone: string; locale: string }) {
  const t = useTranslations("history.restore");
  return (
    <p className="max-w-text">
      {what.from === "edition"
        ? t("intro.edition", {
            number: what.number,
            day: formatPartialDate(what.effectiveOn, locale),
          })
        : t.rich(`intro.${what.side}`, {
            at: () => <Moment at={what.at} timeZone={timeZone} locale={locale} />,
          })}
    </p>
  );
}

function Differences({
  differing,
  current,
  shown,
}: {
  differing: { spec: FieldSpec; change: FieldChange; value: unknown }[];
  /** The current draft, which has the names of what evidence supports. */
  current: Values;
  shown: Shown;
}) {
  const named = useNamed(shown, [current]);
  return differing.map(({ spec, change, value }) => (
    <section key={spec.name} className="flex flex-col gap-2 border-line border-b pb-4">
      <FieldHeading spec={spec} />
      <FieldDiff spec={spec} change={change} after={value} shown={named} />
    </section>
  ));
}

function inputOf(what: Restorable, recordId: string): Record<string, string> {
  return what.from === "edition"
    ? { recordId, number: String(what.number) }
    : { changeId: what.changeId, side: what.side };
}
