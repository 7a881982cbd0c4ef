"use client";
import { createContext, useCallback, useContext, useEffect, useReducer, useRef } from "react";
import { type Action, ask } from "@/components/record/ask";
import { type DraftState, nextDraft, openDraft } from "@/components/record/draft-state";
import { keepUnsaved, readUnsaved } from "@/components/record/unsaved-text";
import { editsOf, type Saved, type Values } from "@/lib/domain/typing";

type Draft = DraftState & {
  change: (field: string, value: unknown) => void;
  save: () => Promise<void>;
  settle: (field: string, keep: "mine" | "theirs") => void;
  discard: () => void;
};

const DraftContext = createContext<Draft | null>(null);

/** The form of the record around this component. */
export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error("useDraft needs a DraftProvider around it");
  return draft;
}

/**
 * Holds what somebody types about a record until the server has it. Kept in this browser meanwhile, so that it outlives
 * a refused save, an ended session, a lost connection and a reload.
 */
export function DraftProvider({
  recordId,
  personId,
  fields,
  saveAction,
  children,
}: {
  recordId: string;
  personId: string;
  fields: Values;
  saveAction: Action<Saved>;
  children: React.ReactNode;
}) {
  const [state, dispatch] = useReducer(nextDraft, fields, openDraft);
  const latest = useRef(state);
  latest.current = state;

  useEffect(() => {
    dispatch({ kind: "opened", kept: readUnsaved(personId, recordId) });
  }, [personId, recordId]);

  const { isReady, seen, typed } = state;
  useEffect(() => {
    if (isReady) keepUnsaved(personId, recordId, editsOf({ seen, typed }), new Date());
  }, [personId, recordId, isReady, seen, typed]);

  const save = useCallback(async () => {
    if (latest.current.status.kind === "saving") return;
    const sent = editsOf(latest.current);
    if (sent.length === 0) return;
    dispatch({ kind: "sent" });
    const asked = await ask(saveAction, { recordId, changes: JSON.stringify(sent) });
    if ("failure" in asked) return dispatch({ kind: "failed", failure: asked.failure });
    const { refusal, value } = asked.answer;
    if (refusal) dispatch({ kind: "refused", refusal });
    else if (value) dispatch({ kind: "saved", sent, saved: value });
  }, [recordId, saveAction]);

  const { wantsSave } = state;
  useEffect(() => {
    if (wantsSave) void save();
  }, [wantsSave, save]);

  const change = useCallback((field: string, value: unknown) => {
    dispatch({ kind: "typed", field, value });
  }, []);

  const settle = useCallback((field: string, keep: "mine" | "theirs") => {
    dispatch({ kind: "settled", field, keep });
  }, []);

  const draft: Draft = {
    ...state,
    change,
    save,
    settle,
    discard: () => dispatch({ kind: "discarded", fields }),
  };
  return <DraftContext value={draft}>{children}</DraftContext>;
}
