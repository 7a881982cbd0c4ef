import type { DraftState, Save } from "@/components/record/draft/state";
import type { Edit } from "@/lib/domain/record/merge";
import { isSame } from "@/lib/domain/values/same";
import { isKeptAlike } from "@/lib/domain/values/tidy";

/**
 * What somebody typed in one window and the server does not have yet, as this browser keeps it; with the save that was
 * sent and not answered, so that it is sent again under its key.
 */
export type UnsavedText = { at: string; edits: Edit[]; underway: Save | null };

/** One window of this browser in which somebody has a record open. It holds a lock of its name as long as it is. */
export type RecordWindow = { personId: string; recordId: string; tab: string };

/** How long a slow machine takes to close a window. */
const closingMs = 10_000;

const nothing: UnsavedText = { at: "", edits: [], underway: null };

function nameOf({ personId, recordId, tab }: RecordWindow) {
  return `unsaved/${personId}/${recordId}/${tab}`;
}

/**
 * Keeps what is not saved, or forgets it when there is nothing. A browser that keeps nothing, or no more, is no reason
 * to stop.
 */
export function keepUnsaved(
  own: RecordWindow,
  { edits, underway }: Pick<UnsavedText, "edits" | "underway">,
  now: Date,
): void {
  try {
    const name = nameOf(own);
    if (edits.length === 0) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify({ at: now.toISOString(), edits, underway }));
  } catch {
    // The form works without it.
  }
}

/** Tells other windows of this browser that this one is open, until it no longer is. */
export function holdWindow(own: RecordWindow): () => void {
  let release = () => {};
  const isClosed = new Promise<void>((resolve) => {
    release = resolve;
  });
  navigator.locks?.request(nameOf(own), () => isClosed).catch(() => {});
  return release;
}

/**
 * Takes over what windows that are gone had kept of this record, as long as this one has nothing of its own. `take` is
 * called in the same step that moves it, so that there is no moment at which nobody keeps it. Where two of them wrote
 * the same field, the second is left for when the first is saved. A window that is just closing is waited for.
 */
export async function takeUnsaved(
  own: RecordWindow,
  isFree: () => boolean,
  take: (kept: UnsavedText) => void,
): Promise<void> {
  const stillOpen = await whileAlone(own, async () => {
    const open = await namesOfOpen();
    const others = namesOfOthers(own);
    const gone = others.filter((name) => !open.has(name));
    if (isFree()) take(move(gone, own));
    return others.filter((name) => open.has(name));
  });
  if (await isOneGoneSoon(stillOpen)) await takeUnsaved(own, isFree, take);
}

/** Returns what is kept under these names, from now on kept as a window's own. */
function move(names: string[], own: RecordWindow): UnsavedText {
  let taken = nothing;
  for (const name of names) {
    const kept = read(name);
    if (!kept || !fitsBeside(taken, kept)) continue;
    taken = {
      at: [taken.at, kept.at].toSorted().at(-1) ?? kept.at,
      edits: [...taken.edits, ...kept.edits],
      underway: taken.underway ?? kept.underway,
    };
    keepUnsaved(own, taken, new Date());
    localStorage.removeItem(name);
  }
  return taken;
}

/** Each edit comes back with the value its writer saw then, so that a change made since is found at the next save. */
export function withUnsaved(state: DraftState, { at, edits, underway }: UnsavedText): DraftState {
  const isUnknown = ({ field, value }: Edit) =>
    Object.hasOwn(state.seen, field) && !isKeptAlike(state.seen[field], value);
  const unsaved = edits.filter(isUnknown);
  if (unsaved.length === 0) return state;
  const changed = unsaved.filter(({ field, seen }) => !isSame(seen, state.seen[field]));
  return {
    ...state,
    seen: { ...state.seen, ...Object.fromEntries(unsaved.map(({ field, seen }) => [field, seen])) },
    typed: {
      ...state.typed,
      ...Object.fromEntries(unsaved.map(({ field, value }) => [field, value])),
    },
    pendingRemote: {
      ...state.pendingRemote,
      ...Object.fromEntries(
        changed.map(({ field }) => [field, { value: state.seen[field], byName: "", at: "" }]),
      ),
    },
    underway,
    restoredAt: at,
  };
}

function namesOfOthers(own: RecordWindow): string[] {
  try {
    return Object.keys(localStorage).filter(
      (name) => name.startsWith(nameOf({ ...own, tab: "" })) && name !== nameOf(own),
    );
  } catch {
    return [];
  }
}

/** Returns two windows that open at once must not take the same. A browser without locks cannot tell. */
async function whileAlone<T>(own: RecordWindow, work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(nameOf({ ...own, tab: "" }), work) : work();
}

async function namesOfOpen(): Promise<Set<string | undefined>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.map(({ name }) => name));
}

/** Returns whether one of these windows closes soon. */
async function isOneGoneSoon(names: string[]): Promise<boolean> {
  if (names.length === 0) return false;
  const signal = AbortSignal.timeout(closingMs);
  const wait = (name: string) => navigator.locks.request(name, { signal }, () => true);
  return Promise.race(names.map(wait)).catch(() => false);
}

function fitsBeside(taken: UnsavedText, kept: UnsavedText) {
  if (taken.underway && kept.underway) return false;
  return !kept.edits.some(({ field }) => taken.edits.some((edit) => edit.field === field));
}

function read(name: string): UnsavedText | null {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? "null");
    return Array.isArray(kept?.edits) && kept.edits.length > 0 ? { ...nothing, ...kept } : null;
  } catch {
    return null;
  }
}
