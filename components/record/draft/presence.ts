import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { sendJson } from "@/components/forms/ask";
import type { Colleague, LiveEvent } from "@/lib/domain/live/live";

const firstRetryMs = 5_000;
const maxRetryMs = 120_000;
/** A browser allows few connections to one site, so a hidden window closes its own after this time. */
const hiddenMs = 10_000;
/** The delay before the field is reported, so that passing through fields is not. */
const presenceDelayMs = 300;

/**
 * Reports in which field this person is, and subscribes to who else has the record open and to the version of its
 * draft. Everything else works without it.
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
        // Our own route sent it.
        const event = JSON.parse(data) as LiveEvent;
        if (event.kind === "version") onMessage.current(event.version);
        if (event.kind === "people") setColleagues(event.people);
        // The comment itself comes with the page, because more people get the event than may read the discussion.
        if (event.kind === "commented") refresh();
      };
      source.onerror = () => {
        setColleagues([]);
        // An EventSource reconnects by itself after a broken connection, but not after an error response.
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
