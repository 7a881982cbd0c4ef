import { useRouter } from "next/navigation";
import { type Dispatch, useCallback, useEffect, useRef, useState } from "react";
import { read } from "@/components/forms/ask";
import { type DraftEvent, type DraftState, isIdle } from "@/components/record/draft/state";
import type { DraftNow } from "@/lib/domain/record/typing";

/** Others may save several times a second; their values are fetched together. */
const batchMs = 400;
const maxRetryMs = 30_000;
/** The pause in typing after which the rest of the page is refreshed. */
const idleMs = 3_000;

/**
 * Fetches remote changes when a newer version was reported than the form has. The returned function fetches at once.
 */
export function useCatchUp(
  path: string,
  { version, remoteVersion, underway }: DraftState,
  dispatch: Dispatch<DraftEvent>,
): () => Promise<boolean> {
  const [misses, setMisses] = useState(0);
  const catchUp = useCallback(async () => {
    const answer = await read<DraftNow>(path);
    const isThere = "result" in answer && answer.result.ok;
    if ("result" in answer && answer.result.ok)
      dispatch({ kind: "caughtUp", now: answer.result.value });
    setMisses((before) => (isThere ? 0 : before + 1));
    return isThere;
  }, [path, dispatch]);

  const isBehind = remoteVersion > version && underway === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: still behind after it caught up, it does so again.
  useEffect(() => {
    if (!isBehind) return;
    const wait = misses === 0 ? batchMs : Math.min(1_000 * 2 ** misses, maxRetryMs);
    const timer = setTimeout(catchUp, wait);
    return () => clearTimeout(timer);
  }, [isBehind, version, misses, catchUp]);
  return catchUp;
}

/**
 * Refreshes the page around the form after the draft changed, because its state and history come from the server. It
 * waits while somebody types, and until the server answers: when it does not, Next would load another page, and what
 * was typed would be lost.
 */
export function useFreshPage(state: DraftState, catchUp: () => Promise<boolean>) {
  const router = useRouter();
  const drawn = useRef(state.version);
  const isFormIdle = isIdle(state);
  const { version, typed } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key begins the rest anew.
  useEffect(() => {
    if (!isFormIdle || drawn.current >= version) return;
    const timer = setTimeout(async () => {
      if (!(await catchUp())) return;
      drawn.current = version;
      router.refresh();
    }, idleMs);
    return () => clearTimeout(timer);
  }, [isFormIdle, version, typed, catchUp, router]);
}
