"use client";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useReducer,
  useRef,
  useState,
} from "react";
import { sendJson } from "@/components/forms/ask";
import { useCatchUp, useFreshPage } from "@/components/record/draft/follow-draft";
import { usePresence } from "@/components/record/draft/presence";
import { errorsToShow } from "@/components/record/draft/refusal";
import {
  type DraftEvent,
  type DraftState,
  isIdle,
  nextDraft,
  nextSave,
  openDraft,
} from "@/components/record/draft/state";
import {
  holdWindow,
  keepUnsaved,
  type RecordWindow,
  takeUnsaved,
} from "@/components/record/draft/unsaved-text";
import { useAutosave } from "@/components/record/draft/use-autosave";
import { fieldAround, isChoice } from "@/components/record/shared/form-field";
import type { Colleague } from "@/lib/domain/live/live";
import type { Issue } from "@/lib/domain/record/readiness";
import { type Saved, unsavedEdits, type Values } from "@/lib/domain/record/typing";

type Draft = DraftState & {
  recordId: string;
  /** The other people who have the record open. */
  colleagues: Colleague[];
  change: (field: string, value: unknown) => void;
  /** Saves at once, like the button. */
  save: () => void;
  resolveConflict: (field: string, keep: "mine" | "theirs") => void;
  discard: () => void;
};

const DraftContext = createContext<Draft | null>(null);

/** Returns the draft of the form around this component. */
export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error("useDraft needs a DraftProvider around it");
  return draft;
}

/**
 * Holds what is typed in the form of a record and saves it automatically. What is not saved yet is stored in this
 * browser, so that it survives a refused save, an ended session, a lost connection and a closed window.
 */
export function DraftProvider({
  recordId,
  personId,
  fields,
  version,
  issues,
  children,
}: {
  recordId: string;
  personId: string;
  fields: Values;
  /** The version of the draft that `fields` hold. */
  version: number;
  /** What that version lacks. */
  issues: Issue[];
  children: React.ReactNode;
}) {
  const [state, dispatch] = useReducer(nextDraft, { fields, version, issues }, openDraft);
  const [tab] = useState(() => crypto.randomUUID());
  const path = `/api/office/records/${recordId}`;
  const latest = useRef(state);
  latest.current = state;

  useUnsavedText({ personId, recordId, tab }, state, latest, dispatch);
  const saveNow = useSave(path, latest, dispatch);
  const requestSave = useCallback(() => dispatch({ kind: "due" }), []);
  useAutosave(state, saveNow, requestSave);
  const catchUp = useCatchUp(path, state, dispatch);
  useFreshPage(state, catchUp);
  const colleagues = usePresence(path, tab, state.focused, (version) =>
    dispatch({ kind: "versionAnnounced", version }),
  );

  const { remoteChanges } = state;
  useEffect(() => {
    if (Object.keys(remoteChanges).length === 0) return;
    const timer = setTimeout(() => dispatch({ kind: "remoteChangesRead" }), remoteChangesShownMs);
    return () => clearTimeout(timer);
  }, [remoteChanges]);

  const change = useCallback((field: string, value: unknown) => {
    dispatch({ kind: "typed", field, value });
  }, []);
  const resolveConflict = useCallback((field: string, keep: "mine" | "theirs") => {
    dispatch({ kind: "settled", field, keep });
  }, []);

  const draft: Draft = {
    ...state,
    recordId,
    errors: errorsToShow(state),
    colleagues,
    change,
    save: () => dispatch({ kind: "pressed" }),
    resolveConflict,
    discard: () => dispatch({ kind: "discarded" }),
  };
  return (
    <DraftContext value={draft}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears what its fields do. */}
      <div
        className="contents"
        onFocus={(event) => dispatch({ kind: "entered", field: fieldAround(event.target) })}
        onBlur={(event) => {
          const next = fieldAround(event.relatedTarget);
          if (next !== state.focused) dispatch({ kind: "entered", field: next });
        }}
        onChange={(event) => isChoice(event.target) && requestSave()}
      >
        {children}
      </div>
    </DraftContext>
  );
}

/** Stores unsaved text in this browser, and takes over the text of closed windows. */
function useUnsavedText(
  { personId, recordId, tab }: RecordWindow,
  state: DraftState,
  latest: React.RefObject<DraftState>,
  dispatch: React.Dispatch<DraftEvent>,
) {
  const { isReady, seen, typed, underway } = state;
  const isAllSaved = isReady && unsavedEdits(state).length === 0;
  useEffect(() => holdWindow({ personId, recordId, tab }), [personId, recordId, tab]);
  useEffect(() => {
    // Text from closed windows is taken over at the start, and again whenever this window has nothing unsaved.
    if (latest.current.isReady && !isAllSaved) return;
    let isHere = true;
    const isFree = () => isHere && (!latest.current.isReady || isIdle(latest.current));
    takeUnsaved({ personId, recordId, tab }, isFree, (kept) => dispatch({ kind: "opened", kept }));
    return () => {
      isHere = false;
    };
  }, [personId, recordId, tab, isAllSaved, latest, dispatch]);
  useEffect(() => {
    const unsaved = { edits: unsavedEdits({ seen, typed }), underway };
    if (isReady) keepUnsaved({ personId, recordId, tab }, unsaved, new Date());
  }, [personId, recordId, tab, isReady, seen, typed, underway]);
}

/** Returns a function that sends the next save, one at a time. */
function useSave(
  path: string,
  latest: React.RefObject<DraftState>,
  dispatch: React.Dispatch<DraftEvent>,
) {
  const isSending = useRef(false);
  return useCallback(async () => {
    if (isSending.current) return;
    const save = nextSave(latest.current, crypto.randomUUID());
    dispatch({ kind: "sent", save });
    if (!save) return;
    isSending.current = true;
    const answer = await sendJson<Saved>(`${path}/changes`, save);
    isSending.current = false;
    if ("failure" in answer) return dispatch({ kind: "failed", failure: answer.failure });
    const { result } = answer;
    if (result.ok) dispatch({ kind: "saved", saved: result.value });
    else dispatch({ kind: "refused", refusal: result.refusal });
  }, [path, latest, dispatch]);
}

const remoteChangesShownMs = 10_000;
