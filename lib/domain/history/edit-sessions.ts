/** A change that somebody made at an instant. */
type Made = { at: Date; byId: string | null };

const maxPauseMs = 30 * 60 * 1000;

/**
 * Returns whether two changes belong to one sitting: one person made both, and no more than 30 minutes lie between
 * them.
 */
export function isOneEditSession(newer: Made, older: Made): boolean {
  return newer.byId === older.byId && newer.at.getTime() - older.at.getTime() <= maxPauseMs;
}

/**
 * Groups changes, newest first, into sittings: what one person did without a pause of more than 30 minutes, however
 * many others changed something meanwhile. An instant of `breaks` (something was submitted, published, restored) ends
 * every sitting. The sittings come in the order of their newest change, and each is newest first.
 */
export function editSessionsOf<C extends Made>(changes: C[], breaks: Date[] = []): C[][] {
  const sessions: C[][] = [];
  const open = new Map<string | null, C[]>();
  for (const change of changes) {
    const session = open.get(change.byId);
    const last = session?.at(-1);
    if (session && last && isOneEditSession(last, change) && !isBroken(last, change, breaks)) {
      session.push(change);
    } else {
      const begun = [change];
      sessions.push(begun);
      open.set(change.byId, begun);
    }
  }
  return sessions;
}

/** Changes at the very instant of the break, those of a restore, are a sitting of their own. */
function isBroken(newer: Made, older: Made, breaks: Date[]) {
  const [from, until] = [older.at.getTime(), newer.at.getTime()];
  return from !== until && breaks.some((at) => from <= at.getTime() && at.getTime() <= until);
}

/**
 * Returns how many of the changes, newest first, make up a page of at most `most` sittings. A page ends where no
 * sitting is under way; only where there is no such place, because people took turns without a pause, does it end in
 * the middle. `isAll` says that there are no older changes than these.
 */
export function pageLength<C extends Made>(
  changes: C[],
  breaks: Date[],
  { max, isAll }: { max: number; isAll: boolean },
): number {
  const oldestOf = new Map<C, number>();
  const places = new Map(changes.map((change, index) => [change, index]));
  for (const session of editSessionsOf(changes, breaks)) {
    const [newest, oldest] = [session[0], session.at(-1)];
    if (newest && oldest) oldestOf.set(newest, places.get(oldest) ?? 0);
  }
  let length = 0;
  let sessions = 0;
  let underWay = 0;
  for (const [index, change] of changes.entries()) {
    const oldest = oldestOf.get(change);
    if (oldest !== undefined) sessions += 1;
    underWay = Math.max(underWay, oldest ?? 0);
    const isWhole = underWay === index && (isAll || index < changes.length - 1);
    if (isWhole && (length === 0 || sessions <= max)) length = index + 1;
    if (length > 0 && sessions > max) break;
  }
  return length || changes.length;
}

/** What became of one field in a sitting: its first and its last change there, and how many there were. */
export type Fold<C> = { field: string; first: C; last: C; count: number };

/** Returns a sitting, newest first, field by field; the field that was changed last comes first. */
export function foldsOf<C extends { field: string }>(session: C[]): Fold<C>[] {
  const folds = new Map<string, Fold<C>>();
  for (const change of session) {
    const fold = folds.get(change.field);
    folds.set(change.field, {
      field: change.field,
      first: change,
      last: fold?.last ?? change,
      count: (fold?.count ?? 0) + 1,
    });
  }
  return [...folds.values()];
}
