import { useTranslations } from "next-intl";
import { useNamed } from "@/components/record/diff/diff";
import type { Shown } from "@/components/record/diff/value";
import { HistoryFold, type ShownFold } from "@/components/record/history/fold";
import { EntryText } from "@/components/record/history/timeline";
import { Moment, Period } from "@/components/ui/moment";
import { PartialDateText } from "@/components/ui/partial-date";
import type { ListedEntry } from "@/lib/domain/history/timeline-groups";
import type { FieldSpec } from "@/lib/domain/record/fields";
import type { Values } from "@/lib/domain/record/typing";
import type { Day } from "@/lib/domain/values/day";

type EditSession = { id: string; byName: string; from: Date; until: Date; folds: ShownFold[] };
type Mark = ListedEntry & { effectiveOn: Day | null };

/** What is needed to show a history: terms and time zone, the current draft, and the addresses of its links. */
export type HistoryView = {
  shown: Shown;
  timeZone: string;
  specs: FieldSpec[];
  current: Values;
  mayRestore: boolean;
  path: string;
  /** The other parameters of the address, beside the opened field. */
  address: Record<string, string | undefined>;
};

/** Shows a page of a record's history: edit sessions and the events between them, newest first. */
export function History({
  sessions,
  marks,
  view: given,
}: {
  sessions: EditSession[];
  marks: Mark[];
  view: HistoryView;
}) {
  const view = { ...given, shown: useNamed(given.shown, [given.current]) };
  const rows = [
    // An event that ends an edit session stands above it, also when both have the same time.
    ...marks.map((mark) => ({
      at: mark.at,
      id: mark.id,
      shown: <MarkRow mark={mark} view={view} />,
    })),
    ...sessions.map((session) => ({
      at: session.until,
      id: session.id,
      shown: <EditSessionRow session={session} view={view} />,
    })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  return (
    <ol className="flex flex-col gap-8">
      {rows.map(({ id, shown }) => (
        <li key={id}>{shown}</li>
      ))}
    </ol>
  );
}

function EditSessionRow({ session, view }: { session: EditSession; view: HistoryView }) {
  const t = useTranslations("history");
  const { byName, folds, from, until } = session;
  const { timeZone, shown } = view;
  return (
    <section aria-labelledby={`sitting-${session.id}`} className="border-line-strong border-t pt-4">
      <h2 id={`sitting-${session.id}`} className="font-bold text-h3">
        {t("changed", { name: byName, count: folds.length })}
      </h2>
      <p className="text-muted text-small">
        <Period from={from} until={until} timeZone={timeZone} locale={shown.locale} />
      </p>
      {folds.map((fold) => (
        <HistoryFold key={fold.lastId} fold={fold} view={view} />
      ))}
    </section>
  );
}

/** Shows an event between edit sessions; an edition can be restored. */
function MarkRow({ mark, view }: { mark: Mark; view: HistoryView }) {
  const t = useTranslations("history");
  const { timeZone, shown, path, mayRestore } = view;
  const number = Number(mark.detail["number"]);
  return (
    <div className="border-accent border-l-4 bg-wash px-4 py-2">
      <p className="text-muted text-small">
        <Moment at={mark.at} timeZone={timeZone} locale={shown.locale} />
      </p>
      <EntryText entry={mark} />
      {mark.effectiveOn && (
        <p className="flex flex-wrap items-center gap-x-4">
          <span>
            {t.rich("edition", {
              day: () => <PartialDateText date={mark.effectiveOn ?? ""} locale={shown.locale} />,
            })}
          </span>
          {mayRestore && (
            <a href={`${path}/restore?edition=${number}`} className="py-2.5">
              {t("restore.edition", { number })}
            </a>
          )}
        </p>
      )}
    </div>
  );
}
