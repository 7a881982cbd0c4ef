import type { DraftState, Save } from "@/components/record/draft/state";
import type { Edit } from "@/lib/domain/record/merge";
import { isSame } from "@/lib/domain/values/same";
import { isKeptAlike } from "@/lib/domain/values/tidy";

/**
 * The unsaved text of one window, as this browser stores it, with the save that was sent and not answered, so that it
 * can be sent again with its key.
 */
export type UnsavedText = { at: string; edits: Edit[]; underway: Save | null };

/** One window of this browser with a record open. It holds a lock with its name while it is open. */
export type RecordWindow = { personId: string; recordId: string; tab: string };

/** The time that closing a window may take on a slow machine. */
const closingMs = 10_000;

const nothing: UnsavedText = { at: "", edits: [], underway: null };

function nameOf({ personId, recordId, tab }: RecordWindow) {
  return `unsaved/${personId}/${recordId}/${tab}`;
}

/**
 * Stores the unsaved edits, or removes them when there are none. The form also works when the browser cannot store
 * them.
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
    // The form works without the storage.
  }
}

/**
 * Holds a lock that tells other windows of this browser that this one is open. Returns the function that releases it.
 */
export function holdWindow(own: RecordWindow): () => void {
  let release = () => {};
  const isClosed = new Promise<void>((resolve) => {
    release = resolve;
  });
  navigator.locks?.request(nameOf(own), () => isClosed).catch(() => {});
  return release;
}

/**
 * Takes over what closed windows had stored for this record, while this window has nothing unsaved. `take` is called in
 * the same step that moves it, so that it is always stored somewhere. When two windows edited the same field, the
 * second edit stays until the first is saved. A window that is closing is waited for.
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
  if (await waitForClosed(stillOpen)) await takeUnsaved(own, isFree, take);
}

/** Moves the text stored under these names to this window, and returns it. */
function move(names: string[], own: RecordWindow): UnsavedText {
  let taken = nothing;
  for (const name of names) {
    const kept = read(name);
    if (!kept || !isCompatible(taken, kept)) continue;
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

/**
 * Returns the form with the stored edits. Each edit has the value that its writer saw, so a change made since is found
 * by the next save.
 */
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

/**
 * Runs `work` with a lock, so that two windows that open at once do not take over the same text. Without lock support
 * it just runs.
 */
async function whileAlone<T>(own: RecordWindow, work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(nameOf({ ...own, tab: "" }), work) : work();
}

async function namesOfOpen(): Promise<Set<string | undefined>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.map(({ name }) => name));
}

/** Returns true when one of these windows closes within the waiting time. */
async function waitForClosed(names: string[]): Promise<boolean> {
  if (names.length === 0) return false;
  const signal = AbortSignal.timeout(closingMs);
  const wait = (name: string) => navigator.locks.request(name, { signal }, () => true);
  return Promise.race(names.map(wait)).catch(() => false);
}

function isCompatible(taken: UnsavedText, kept: UnsavedText) {
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
