import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { sendJson } from "@/components/forms/ask";
import type { Colleague, LiveEvent } from "@/lib/domain/live/live";

const firstRetryMs = 5_000;
const maxRetryMs = 120_000;
/** A browser holds few connections to one site: a window nobody looks at gives its own back. */
const hiddenMs = 10_000;
/** Nobody needs to follow a cursor through every field it passes. */
const presenceDelayMs = 300;

/**
 * Says which field somebody is in, and hears who else has the record open and which version its draft has. Only a hint:
 * where it does not work, everything else does.
 */
export function usePresence(
  path: string,
  tab: string,
  field: string | null,
  onVersion: (version: number) => void,
): Colleague[] {
  const [colleagues, setColleagues] = useState<Colleague[]>([]);
  const [connections, setConnections] = useState(0);
  const { refresh } = useRouter();
  const onMessage = useRef(onVersion);
  onMessage.current = onVersion;

  useEffect(() => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = firstRetryMs;
    function open() {
      if (source) return;
      source = new EventSource(`${path}/live?tab=${tab}`);
      source.onopen = () => {
        wait = firstRetryMs;
        setConnections((before) => before + 1);
      };
      source.onmessage = ({ data }) => {
        // Our own route wrote it.
        const event = JSON.parse(data) as LiveEvent;
        if (event.kind === "version") onMessage.current(event.version);
        if (event.kind === "people") setColleagues(event.people);
        // What was said comes with the page: an event is heard by more people than a discussion is for.
        if (event.kind === "commented") refresh();
      };
      source.onerror = () => {
        setColleagues([]);
        // It comes back by itself after a broken line, but not after an answer that is none.
        if (source?.readyState !== EventSource.CLOSED) return;
        close();
        timer = setTimeout(open, wait);
        wait = Math.min(wait * 2, maxRetryMs);
      };
    }
    function close() {
      source?.close();
      source = null;
      setColleagues([]);
    }
    function follow() {
      clearTimeout(timer);
      if (document.visibilityState === "hidden") timer = setTimeout(close, hiddenMs);
      else open();
    }
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      clearTimeout(timer);
      source?.close();
    };
  }, [path, tab, refresh]);

  useEffect(() => {
    if (connections === 0) return;
    const timer = setTimeout(
      () => void sendJson(`${path}/presence`, { tab, field }),
      presenceDelayMs,
    );
    return () => clearTimeout(timer);
  }, [path, tab, field, connections]);
  return colleagues;
}
