import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { namedIn } from "@/app/(office)/office/named-in";
import { historyAddress } from "@/components/record/history/address";
import { HistoryFilter } from "@/components/record/history/filter";
import { History } from "@/components/record/history/history";
import { PageHeader } from "@/components/ui/page-header";
import type { SignedIn } from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import { timeZoneFor } from "@/lib/domain/people/time-zone";
import { draftSpecs } from "@/lib/domain/record/fields";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { historyState, listHistory, listHistoryPeople } from "@/lib/queries/history/history";
import type { findRecord } from "@/lib/queries/record/records";

export type OpenRecord = NonNullable<Awaited<ReturnType<typeof findRecord>>>;
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The number of characters of unchanged text beside a change, by which the place in a long text is recognised. */
const around = 160;

/** Shows the history of a record of either kind; `recordPath` is the address of the record. */
export async function RecordHistory({
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
  const state = historyState.parse(await searchParams);
  const [{ sessions, marks, after }, people, t, office, locale] = await Promise.all([
    listHistory(reader, { id: record.id, kind }, state),
    listHistoryPeople(reader, record.id),
    getTranslations("history"),
    getTranslations("office"),
    getLocale(),
  ]);
  const { names, files } = await namedIn(
    reader,
    record.id,
    // The values of a field have the type of its schema.
    sessions.flatMap(({ folds }) =>
      folds.flatMap(({ field, before, after, each }) =>
        [before, after, ...(each ?? []).flatMap((change) => [change.before, change.after])].map(
          (value) => ({ [field]: value }) as Partial<ProjectFields>,
        ),
      ),
    ),
  );
  const path = `${recordPath}/history`;
  const filter = { field: state.field, by: state.by };
  const isFiltered = Boolean(state.field ?? state.by);
  const specs = draftSpecs(kind);
  return (
    <div className="pb-16">
      <title>{`${t("title", { title })} · ${office("product")}`}</title>
      <PageHeader
        path={[
          { href: "/office", label: office("nav.home") },
          { href: recordPath, label: title },
        ]}
        title={t("title", { title })}
      >
        <p className="max-w-text">{t("intro")}</p>
      </PageHeader>
      <HistoryFilter
        path={path}
        fields={specs.map((spec) => spec.name)}
        people={people}
        {...filter}
      />
      {sessions.length + marks.length === 0 && <p>{t(isFiltered ? "emptyNarrowed" : "empty")}</p>}
      <History
        sessions={sessions}
        marks={marks}
        view={{
          shown: {
            locale,
            framework: record.framework,
            sides: { before: t("sides.before"), after: t("sides.after") },
            around,
            names,
            files,
          },
          timeZone: timeZoneFor(reader, record.city.timeZone),
          specs,
          current: { ...record.fields, internalNotes: record.internalNotes },
          mayRestore: can(reader, "draft.edit", record),
          path,
          address: { ...filter, after: addressOf(state.after) },
        }}
      />
      <Pages path={path} filter={filter} isFirst={!state.after} after={after} />
    </div>
  );
}

/** Shows links to the newest and to the next older page. */
function Pages({
  path,
  filter,
  isFirst,
  after,
}: {
  path: string;
  filter: { field: string | undefined; by: string | undefined };
  isFirst: boolean;
  after: string | null;
}) {
  const t = useTranslations("history");
  return (
    <nav aria-label={t("older")} className="flex flex-wrap gap-x-6 pt-6">
      {!isFirst && (
        <a href={historyAddress(path, filter)} className="py-2.5">
          {t("newest")}
        </a>
      )}
      {after && (
        <a href={historyAddress(path, { ...filter, after })} className="py-2.5">
          {t("older")}
        </a>
      )}
    </nav>
  );
}

function addressOf(after: [Date, string] | undefined) {
  return after && `${after[0].toISOString()}_${after[1]}`;
}
