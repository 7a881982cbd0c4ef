"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { read, sendJson } from "@/components/forms/ask";
import { useErrorWords } from "@/components/forms/error-words";
import { ImportConfirmations } from "@/components/sheet/import-confirmations";
import { ImportErrors } from "@/components/sheet/import-errors";
import { ImportQuestions } from "@/components/sheet/import-questions";
import { ImportRows } from "@/components/sheet/import-rows";
import { sendForLines } from "@/components/sheet/send-for-lines";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { isAcceptable, type RowChange, type SheetError } from "@/lib/domain/sheet/changes";
import type { Option } from "@/lib/domain/sheet/options";
import type { Questions } from "@/lib/domain/sheet/questions";

type Kind = "all" | RowChange["kind"] | "conflict" | "emptied";
const kinds: Kind[] = ["all", "change", "add", "begin", "delete", "conflict", "emptied"];

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
  errorCount: number;
  questions: Questions;
  options: Record<string, Option[]>;
  missing: string[];
  removed: number;
  emptied: number;
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
  const general = useTranslations("sheets.import");
  const sentences = useErrorWords();
  const [preview, setPreview] = useState(first);
  const [kind, setKind] = useState<Kind>("all");
  // Rows with a conflict are not accepted until somebody selects them.
  const [choice, setChoice] = useState({ isAll: true, keys: new Set(first.conflictKeys) });
  const [confirms, setConfirms] = useState({ removal: false, isNew: false });
  const [isPending, setPending] = useState(false);
  /** The fraction that is applied; null when nothing is being applied. */
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const isAccepted = (row: RowChange) =>
    isAcceptable(row) && choice.keys.has(row.key) !== choice.isAll;
  const accepted = choice.isAll ? preview.acceptable - choice.keys.size : choice.keys.size;

  async function show(nextKind: Kind, page: number): Promise<Preview | null> {
    const path = `/api/office/imports/${importId}?kind=${nextKind}&page=${page}`;
    const sent = await read<Preview>(path);
    if ("result" in sent && sent.result.ok) {
      setPreview(sent.result.value);
      setKind(nextKind);
      return sent.result.value;
    }
    setProblem("failure" in sent && sent.failure === "offline" ? t("offline") : general("failed"));
    return null;
  }

  /** Stores an answer, and shows what the file changes with it. */
  async function answer(given: object) {
    if (isPending) return;
    setPending(true);
    setProblem(null);
    const sent = await sendJson(`/api/office/imports/${importId}/answers`, given);
    if ("result" in sent && sent.result.ok) {
      const next = await show("all", 1);
      const before = new Set(preview.conflictKeys);
      const conflicts = next?.conflictKeys.filter((key) => !before.has(key)) ?? [];
      // As at first, rows with a conflict are not accepted until somebody selects them.
      if (choice.isAll) setChoice({ isAll: true, keys: new Set([...choice.keys, ...conflicts]) });
    } else
      setProblem(
        "failure" in sent && sent.failure === "offline" ? t("offline") : general("failed"),
      );
    setPending(false);
  }

  function toggle(row: RowChange) {
    const keys = new Set(choice.keys);
    if (!keys.delete(row.key)) keys.add(row.key);
    setChoice({ ...choice, keys });
  }

  async function apply() {
    setProblem(null);
    const sent = await sendForLines(
      `/api/office/imports/${importId}/apply`,
      {
        fingerprint: preview.fingerprint,
        isAll: choice.isAll,
        keys: [...choice.keys],
        confirmsRemoval: confirms.removal,
        confirmsNew: confirms.isNew,
      },
      ({ step, progress: done }) => setProgress(step === "working" ? done : 0),
    );
    if (typeof sent === "object" && sent.ok) return window.location.reload();
    setProgress(null);
    const refusal = typeof sent === "object" && !sent.ok ? sent.refusal : null;
    if (refusal?.code === "conflict" && (await show(kind, 1))) setProblem(t("stale"));
    else if (refusal?.code === "invalid")
      setProblem(t("refused", { why: sentences(Object.values(refusal.fields).flat()).join(" ") }));
    else setProblem(sent === "offline" ? t("offline") : general("failed"));
  }

  const { words, columns: asked, titles } = preview.questions;
  const isNothing = preview.totals.all + preview.errors.length + words.length + asked.length === 0;
  if (isNothing && titles.length === 0) return <Notice role="status">{t("nothing")}</Notice>;
  return (
    <div className="flex flex-col gap-6">
      <ImportQuestions
        key={preview.fingerprint}
        questions={preview.questions}
        options={preview.options}
        isPending={isPending}
        onAnswer={(answers) => void answer(answers)}
      />
      <ImportErrors
        errors={preview.errors}
        count={preview.errorCount}
        isPending={isPending}
        onRetype={(cells) => void answer({ cells })}
        onLeaveOut={(what) => void answer({ leaveOut: [what] })}
      />
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
      <ImportConfirmations preview={preview} confirms={confirms} onChange={setConfirms} />
      {problem && (
        <Notice role="alert" tone="warning">
          {problem}
        </Notice>
      )}
      <ApplyBar accepted={accepted} progress={progress} onApply={() => void apply()} />
    </div>
  );
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

/** Shows the button that applies the accepted rows, their number, and the progress. */
function ApplyBar({
  accepted,
  progress,
  onApply,
}: {
  accepted: number;
  /** The fraction that is applied; null when nothing is being applied. */
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
