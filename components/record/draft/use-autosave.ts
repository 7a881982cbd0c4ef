import { useEffect } from "react";
import type { DraftState } from "@/components/record/draft/state";

/** After the last key. */
const debounceMs = 1_000;
const firstRetryMs = 2_000;
const maxRetryMs = 60_000;

/**
 * Saves what was typed after a pause, at once what is due now and when the page is left; and what was not answered
 * again and again, each time after a longer wait, and when the browser is connected again. One save at a time.
 */
export function useAutosave(
  { isReady, due, typed, status, failures }: DraftState,
  saveNow: () => void,
  makeDue: () => void,
) {
  const isSaving = status.kind === "saving";
  const isUnanswered = failures > 0 && !isSaving;

  // biome-ignore lint/correctness/useExhaustiveDependencies: every key begins the pause anew.
  useEffect(() => {
    if (!isReady || due === "no" || isSaving || (isUnanswered && due === "soon")) return;
    const timer = setTimeout(saveNow, due === "now" ? 0 : debounceMs);
    return () => clearTimeout(timer);
  }, [isReady, due, typed, isSaving, isUnanswered, saveNow]);

  useEffect(() => {
    if (!isUnanswered) return;
    const wait = Math.min(firstRetryMs * 2 ** (failures - 1), maxRetryMs);
    // Not all at the same moment, when the server was away for everybody.
    const timer = setTimeout(makeDue, wait * (0.75 + Math.random() / 2));
    return () => clearTimeout(timer);
  }, [isUnanswered, failures, makeDue]);

  const isDue = due !== "no";
  const isSignedOut = status.kind === "refused" && status.refusal.code === "signed_out";
  useEffect(() => {
    const leave = () => {
      if (isDue && document.visibilityState === "hidden") saveNow();
    };
    // Somebody may have signed in again in another window.
    const comeBack = () => {
      if (isSignedOut && document.visibilityState === "visible") makeDue();
    };
    const connect = () => isUnanswered && makeDue();
    const close = () => isDue && saveNow();
    document.addEventListener("visibilitychange", leave);
    document.addEventListener("visibilitychange", comeBack);
    window.addEventListener("pagehide", close);
    window.addEventListener("online", connect);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      document.removeEventListener("visibilitychange", comeBack);
      window.removeEventListener("pagehide", close);
      window.removeEventListener("online", connect);
    };
  }, [isDue, isSignedOut, isUnanswered, saveNow, makeDue]);
}
