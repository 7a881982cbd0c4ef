"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { read } from "@/components/forms/ask";
import { useErrorWords } from "@/components/forms/error-words";
import { ImportErrors } from "@/components/sheet/import-errors";
import { ImportRows } from "@/components/sheet/import-rows";
import { sendForLines } from "@/components/sheet/send-for-lines";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { RowChange, SheetError } from "@/lib/domain/sheet/changes";

type Kind = "all" | RowChange["kind"] | "conflict";
const kinds: Kind[] = ["all", "change", "add", "begin", "delete", "conflict"];

/** The content of an import: one page of rows, and the facts about all of them. */
export type Preview = {
  fingerprint: string;
  rows: RowChange[];
  page: number;
  pages: number;
  totals: Record<Kind, number>;
  conflictKeys: string[];
  acceptable: number;
  errors: SheetError[];
  missing: string[];
  removed: number;
  held: number;
  removesMuch: boolean;
};

/** Shows what a sheet would change, and applies the accepted rows, or all. */
export function ImportPreview({
  importId,
  first,
  columns,
}: {
  importId: string;
  first: Preview;
  /** The names of columns, by layout and name. */
  columns: Record<string, Record<string, string>>;
}) {
  const t = useTranslations("sheets.preview");
  const [problem, setProblem] = useState<string | null>(null);
  const { preview, kind, show } = usePages(importId, first, setProblem);
  // Rows with a conflict are not accepted until somebody selects them.
  const [choice, setChoice] = useState<Accepted>({
    isAll: true,
    keys: new Set(first.conflictKeys),
  });
  const [confirms, setConfirms] = useState(false);
  const { progress, apply } = useApply(importId, setProblem, () => show(kind, 1));

  const isAccepted = (row: RowChange) =>
    row.errors.length === 0 && choice.keys.has(row.key) !== choice.isAll;
  const accepted = choice.isAll ? preview.acceptable - choice.keys.size : choice.keys.size;

  function toggle(row: RowChange) {
    const keys = new Set(choice.keys);
    if (!keys.delete(row.key)) keys.add(row.key);
    setChoice({ ...choice, keys });
  }

  if (preview.totals.all === 0 && preview.errors.length === 0)
    return <Notice role="status">{t("nothing")}</Notice>;
  return (
    <div className="flex flex-col gap-6">
      <ImportErrors errors={preview.errors} />
      <p className="max-w-text">{t("summary", preview.totals)}</p>
      <Kinds totals={preview.totals} kind={kind} onShow={(each) => void show(each, 1)} />
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setChoice({ isAll: true, keys: new Set(preview.conflictKeys) })}>
          {t("all")}
        </Button>
        <Button onClick={() => setChoice({ isAll: false, keys: new Set() })}>{t("none")}</Button>
      </div>
      <ImportRows rows={preview.rows} columns={columns} isAccepted={isAccepted} onToggle={toggle} />
      <Pages preview={preview} onShow={(page) => void show(kind, page)} />
      {preview.removesMuch && (
        <RemovalNotice preview={preview} confirms={confirms} onChange={setConfirms} />
      )}
      {problem && (
        <Notice role="alert" tone="warning">
          {problem}
        </Notice>
      )}
      <ApplyBar
        accepted={accepted}
        progress={progress}
        onApply={() => void apply(preview.fingerprint, choice, confirms)}
      />
    </div>
  );
}

/** The accepted rows: all except these keys, or only these. */
type Accepted = { isAll: boolean; keys: Set<string> };

/** Returns the shown page of the preview, and a function that shows another kind of rows or another page. */
function usePages(importId: string, first: Preview, onProblem: (problem: string) => void) {
  const t = useTranslations("sheets.preview");
  const general = useTranslations("sheets.import");
  const [preview, setPreview] = useState(first);
  const [kind, setKind] = useState<Kind>("all");

  async function show(nextKind: Kind, page: number): Promise<boolean> {
    const path = `/api/office/imports/${importId}?kind=${nextKind}&page=${page}`;
    const sent = await read<Preview>(path);
    if ("result" in sent && sent.result.ok) {
      setPreview(sent.result.value);
      setKind(nextKind);
      return true;
    }
    onProblem("failure" in sent && sent.failure === "offline" ? t("offline") : general("failed"));
    return false;
  }

  return { preview, kind, show };
}

/** Returns a function that applies the accepted rows, and the fraction that is applied; null when none is being applied. */
function useApply(
  importId: string,
  setProblem: (problem: string | null) => void,
  showAgain: () => Promise<boolean>,
) {
  const t = useTranslations("sheets.preview");
  const general = useTranslations("sheets.import");
  const sentences = useErrorWords();
  const [progress, setProgress] = useState<number | null>(null);

  async function apply(fingerprint: string, { isAll, keys }: Accepted, confirmsRemoval: boolean) {
    setProblem(null);
    const sent = await sendForLines(
      `/api/office/imports/${importId}/apply`,
      { fingerprint, isAll, keys: [...keys], confirmsRemoval },
      ({ step, progress: done }) => setProgress(step === "working" ? done : 0),
    );
    if (typeof sent === "object" && sent.ok) return window.location.reload();
    setProgress(null);
    const refusal = typeof sent === "object" && !sent.ok ? sent.refusal : null;
    if (refusal?.code === "conflict" && (await showAgain())) setProblem(t("stale"));
    else if (refusal?.code === "invalid")
      setProblem(t("refused", { why: sentences(Object.values(refusal.fields).flat()).join(" ") }));
    else setProblem(sent === "offline" ? t("offline") : general("failed"));
  }

  return { progress, apply };
}

/** Shows the kinds of rows with their numbers; one is shown at a time. */
function Kinds({
  totals,
  kind,
  onShow,
}: {
  totals: Preview["totals"];
  kind: Kind;
  onShow: (kind: Kind) => void;
}) {
  const t = useTranslations("sheets.preview");
  return (
    <fieldset aria-label={t("show")} className="flex flex-wrap gap-2">
      {kinds
        .filter((each) => totals[each] > 0)
        .map((each) => (
          <Button key={each} aria-pressed={each === kind} onClick={() => onShow(each)}>
            {t(`kinds.${each}`, { count: totals[each] })}
          </Button>
        ))}
    </fieldset>
  );
}

/** Shows the buttons between pages of rows; nothing when there is one page. */
function Pages({
  preview: { page, pages },
  onShow,
}: {
  preview: Preview;
  onShow: (page: number) => void;
}) {
  const t = useTranslations("sheets.preview");
  if (pages <= 1) return null;
  return (
    <nav aria-label={t("page", { page, pages })} className="flex flex-wrap items-center gap-3">
      <Button disabled={page === 1} onClick={() => onShow(page - 1)}>
        {t("previous")}
      </Button>
      <span>{t("page", { page, pages })}</span>
      <Button disabled={page === pages} onClick={() => onShow(page + 1)}>
        {t("next")}
      </Button>
    </nav>
  );
}

/** Asks for a confirmation when the import removes much. */
function RemovalNotice({
  preview: { removed, held },
  confirms,
  onChange,
}: {
  preview: Preview;
  confirms: boolean;
  onChange: (confirms: boolean) => void;
}) {
  const t = useTranslations("sheets.preview");
  return (
    <Notice tone="warning" title={t("muchTitle")}>
      <p>{t("muchBody", { removed, held })}</p>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          className="size-5 accent-accent"
          checked={confirms}
          onChange={(event) => onChange(event.target.checked)}
        />
        {t("confirm")}
      </label>
    </Notice>
  );
}

/** Shows the button that applies the accepted rows, their number, and the progress. */
function ApplyBar({
  accepted,
  progress,
  onApply,
}: {
  accepted: number;
  progress: number | null;
  onApply: () => void;
}) {
  const t = useTranslations("sheets.preview");
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button
        look="primary"
        aria-disabled={progress !== null || accepted === 0}
        onClick={() => progress === null && accepted > 0 && onApply()}
      >
        {t(progress === null ? "apply" : "applying")}
      </Button>
      <span role="status">{t("chosen", { count: accepted })}</span>
      {progress !== null && (
        <progress
          aria-label={t("applying")}
          max={1}
          value={progress}
          className="h-3 w-40 accent-accent"
        />
      )}
    </div>
  );
}
