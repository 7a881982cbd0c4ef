import { useTranslations } from "next-intl";
import { FieldDiff } from "@/components/record/diff/diff";
import { historyAddress } from "@/components/record/history/address";
import type { HistoryView } from "@/components/record/history/history";
import { Moment } from "@/components/ui/moment";
import { diffField } from "@/lib/domain/record/diff";
import type { FieldSpec } from "@/lib/domain/record/fields";
import type { Item } from "@/lib/domain/values/item";
import { isSame } from "@/lib/domain/values/same";

type Change = { id: string; at: Date; before: unknown; after: unknown };

export type ShownFold = {
  field: string;
  count: number;
  firstId: string;
  lastId: string;
  before: unknown;
  after: unknown;
  /** The single saves, when they were requested. */
  each: Change[] | null;
};

/** Shows the change of one field in an edit session, with its saves when it is opened, and links to restore. */
export function HistoryFold({ fold, view }: { fold: ShownFold; view: HistoryView }) {
  const t = useTranslations("history");
  const labels = useTranslations("fields");
  const spec = view.specs.find((candidate) => candidate.name === fold.field);
  // A field that records no longer have is not shown.
  if (!spec) return null;
  const id = `fold-${fold.lastId}`;
  const address = { ...view.address, open: fold.each ? undefined : fold.lastId };
  return (
    <div id={id} className="flex scroll-mt-4 flex-col gap-2 border-line border-b py-4">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h3 className="font-semibold">{labels(spec.name)}</h3>
        {fold.count > 1 && (
          <p className="text-small">
            {t("saves", { count: fold.count })} ·{" "}
            <a href={`${historyAddress(view.path, address)}#${id}`} className="inline-block py-2.5">
              {t(fold.each ? "together" : "saveBySave")}
              <span className="sr-only">: {labels(spec.name)}</span>
            </a>
          </p>
        )}
      </div>
      <ChangeDiff spec={spec} change={fold} view={view} />
      {fold.each && <p className="font-semibold">{t("opened", { count: fold.each.length })}</p>}
      {fold.each?.map((change) => (
        <div key={change.id} className="flex flex-col gap-1 border-line border-l-2 pl-3">
          <p className="text-muted text-small">
            <Moment at={change.at} timeZone={view.timeZone} locale={view.shown.locale} />
          </p>
          <ChangeDiff spec={spec} change={change} view={view} />
          <RestoreLinks
            {...change}
            firstId={change.id}
            lastId={change.id}
            spec={spec}
            view={view}
          />
        </div>
      ))}
      {!fold.each && <RestoreLinks {...fold} spec={spec} view={view} />}
    </div>
  );
}

function ChangeDiff({
  spec,
  change: { before, after },
  view,
}: {
  spec: FieldSpec;
  change: { before: unknown; after: unknown };
  view: HistoryView;
}) {
  const t = useTranslations("history");
  const change = diffField(spec, before, after);
  if (!change) return <p className="text-muted">{t("undone")}</p>;
  return <FieldDiff spec={spec} change={change} after={after as Item[]} shown={view.shown} />;
}

/** Shows links to the preview of a restore; none for a side that the draft already equals. */
function RestoreLinks({
  firstId,
  lastId,
  before,
  after,
  spec,
  view,
}: {
  firstId: string;
  lastId: string;
  before: unknown;
  after: unknown;
  spec: FieldSpec;
  view: HistoryView;
}) {
  const t = useTranslations("history.restore");
  const labels = useTranslations("fields");
  const now = view.current[spec.name];
  const offers = [
    { side: "before" as const, change: firstId, value: before },
    { side: "after" as const, change: lastId, value: after },
  ].filter(({ value }) => !isSame(value, now));
  if (!view.mayRestore || offers.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-6">
      {offers.map(({ side, change }) => (
        <a
          key={side}
          href={`${view.path}/restore?change=${change}&side=${side}`}
          className="py-2.5"
        >
          {t(side)}
          <span className="sr-only">: {labels(spec.name)}</span>
        </a>
      ))}
    </p>
  );
}
