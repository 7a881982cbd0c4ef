import { useEffect, useSyncExternalStore } from "react";
import type { FileFacts } from "@/lib/domain/record/file";
import type { Result } from "@/lib/domain/result/result";

type Known = ReadonlyMap<string, FileFacts> | "loading";

/** The files of records that this page has fetched; they are fetched when a field first needs them. */
const known = new Map<string, Known>();
const listeners = new Set<() => void>();

/** Returns the files of a record by id; "loading" until the server has answered. */
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

/** Adds a file that was just uploaded. */
export function addKnownFile(recordId: string, file: FileFacts): void {
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
    // Without a connection nothing is known; the next field that needs the files fetches them again.
    known.delete(recordId);
  }
}

function publish(recordId: string, files: Known) {
  known.set(recordId, files);
  for (const listener of listeners) listener();
}
