import { useEffect, useSyncExternalStore } from "react";
import type { FileFacts } from "@/lib/domain/record/file";
import type { Result } from "@/lib/domain/result/result";

type Known = ReadonlyMap<string, FileFacts> | "loading";

/** What this page knows of the files of its record; asked for once, when a field names one. */
const known = new Map<string, Known>();
const listeners = new Set<() => void>();

/** Returns the files of a record by id; "loading" until the server has said which there are. */
export function useRecordFiles(recordId: string, isNeeded: boolean): Known {
  const files = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => known.get(recordId) ?? "loading",
    () => "loading" as const,
  );
  useEffect(() => {
    if (isNeeded && !known.has(recordId)) void load(recordId);
  }, [recordId, isNeeded]);
  return files;
}

/** Adds a file that was just brought. */
export function knowFile(recordId: string, file: FileFacts): void {
  const before = known.get(recordId);
  if (before === undefined || before === "loading") {
    void load(recordId);
    return;
  }
  publish(recordId, new Map(before).set(file.id, file));
}

async function load(recordId: string) {
  publish(recordId, "loading");
  try {
    const answer = await fetch(`/api/office/records/${recordId}/files`);
    const result: Result<FileFacts[]> = await answer.json();
    const files = result.ok ? result.value : [];
    publish(recordId, new Map(files.map((file) => [file.id, file])));
  } catch {
    // Without a line nothing is known; the next field that needs it asks again.
    known.delete(recordId);
  }
}

function publish(recordId: string, files: Known) {
  known.set(recordId, files);
  for (const listener of listeners) listener();
}
