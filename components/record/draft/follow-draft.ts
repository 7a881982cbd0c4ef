import { useRouter } from "next/navigation";
import { type Dispatch, useCallback, useEffect, useRef, useState } from "react";
import { read } from "@/components/forms/ask";
import { type DraftEvent, type DraftState, isIdle } from "@/components/record/draft/state";
import type { DraftNow } from "@/lib/domain/record/typing";

/** Others may save several times in a second: their values are fetched together. */
const gatherMs = 400;
const maxRetryMs = 30_000;
/** How long somebody has done nothing before the rest of the page is drawn anew. */
const restMs = 3_000;

/** Fetches what others saved, whenever a newer version was told of than the form has. The answer does it at once. */
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
    const wait = misses === 0 ? gatherMs : Math.min(1_000 * 2 ** misses, maxRetryMs);
    const timer = setTimeout(catchUp, wait);
    return () => clearTimeout(timer);
  }, [isBehind, version, misses, catchUp]);
  return catchUp;
}

/**
 * Has the page around the form drawn anew after the draft changed: where the record stands and its history are the
 * server's. Not while somebody types; and only when the server answers, because Next takes to another page, and with it
 * what was typed, when it does not.
 */
export function useFreshPage(state: DraftState, catchUp: () => Promise<boolean>) {
  const router = useRouter();
  const drawn = useRef(state.version);
  const isAtRest = isIdle(state);
  const { version, typed } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key begins the rest anew.
  useEffect(() => {
    if (!isAtRest || drawn.current >= version) return;
    const timer = setTimeout(async () => {
      if (!(await catchUp())) return;
      drawn.current = version;
      router.refresh();
    }, restMs);
    return () => clearTimeout(timer);
  }, [isAtRest, version, typed, catchUp, router]);
}
