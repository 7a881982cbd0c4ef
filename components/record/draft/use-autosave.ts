import { useEffect } from "react";
import type { DraftState } from "@/components/record/draft/state";

/** The pause after the last key. */
const debounceMs = 1_000;
const firstRetryMs = 2_000;
const maxRetryMs = 60_000;

/**
 * Autosaves: after a pause while typing, at once when a save is due now or the page is left, and with growing delays
 * while the server does not answer; also when the browser is online again. One save runs at a time.
 */
export function useAutosave(
  { isReady, due, typed, status, failures }: DraftState,
  saveNow: () => void,
  requestSave: () => void,
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
    // The delay varies, so that not all browsers retry at once after an outage.
    const timer = setTimeout(requestSave, wait * (0.75 + Math.random() / 2));
    return () => clearTimeout(timer);
  }, [isUnanswered, failures, requestSave]);

  const isDue = due !== "no";
  const isSignedOut = status.kind === "refused" && status.refusal.code === "signed_out";
  useEffect(() => {
    const leave = () => {
      if (isDue && document.visibilityState === "hidden") saveNow();
    };
    // The person may have signed in again in another window.
    const comeBack = () => {
      if (isSignedOut && document.visibilityState === "visible") requestSave();
    };
    const connect = () => isUnanswered && requestSave();
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
  }, [isDue, isSignedOut, isUnanswered, saveNow, requestSave]);
}
