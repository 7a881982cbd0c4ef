/** A change, with its instant and author. */
type Made = { at: Date; byId: string | null };

const maxPauseMs = 30 * 60 * 1000;

/**
 * Returns true when two changes belong to one edit session: the same person made both, and no more than 30 minutes lie
 * between them.
 */
export function isOneEditSession(newer: Made, older: Made): boolean {
  return newer.byId === older.byId && newer.at.getTime() - older.at.getTime() <= maxPauseMs;
}

/**
 * Groups changes, newest first, into edit sessions: the changes of one person without a pause of more than 30 minutes,
 * whoever else made changes in between. An instant of `breaks` (a submission, publication or restore) ends every
 * session. Sessions are in the order of their newest change, and each is newest first.
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

/** Changes at the very instant of a break, those of a restore, are a session of their own. */
function isBroken(newer: Made, older: Made, breaks: Date[]) {
  const [from, until] = [older.at.getTime(), newer.at.getTime()];
  return from !== until && breaks.some((at) => from <= at.getTime() && at.getTime() <= until);
}

/**
 * Returns the number of changes, newest first, that make up a page of at most `max` edit sessions. A page ends where no
 * session is under way. When there is no such place, because people took turns without a pause, it ends within a
 * session. `isAll` means that there are no older changes than these.
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

/** The changes of one field in an edit session: the first, the last, and their number. */
export type Fold<C> = { field: string; first: C; last: C; count: number };

/** Groups an edit session, newest first, by field; the field that was changed last comes first. */
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
