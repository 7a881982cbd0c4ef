/** An entry of the timeline as it stands in its chain: a city's id for a name, or "network" for what is of no city. */
export type ChainedEntry = {
  chain: string;
  place: number;
  hash: string;
  /** Where the chain's digests of rows ended when the entry was written. */
  rowsHash: string;
  id: string;
  at: Date;
  kind: string;
  detail: unknown;
  byId: string | null;
  recordId: string | null;
  submissionId: string | null;
  personId: string | null;
};

/** Where a chain is broken: at which place, and how that shows. */
export type Break = { place: number; fault: Fault };

/**
 * `missing`: there is no entry at this place, or none any more at the end. `changed`: the entry is not what its hash
 * was taken over, because it, or what stands before it, was changed, put in or moved. `end`: the chain ends otherwise
 * than its head says. `published`: it is not what was published of it. `edition`: the edition that the entry tells of
 * is another one now, or gone. `untold`: an edition that no entry tells of. `row`: a row of history is not what it was
 * when it was written, or the digest of one was changed or is gone; the place is that of the digest.
 */
type Fault = "missing" | "changed" | "end" | "published" | "edition" | "untold" | "row";

/** What the first entry of every chain follows. */
export const chainStart = "0".repeat(64);

/**
 * What an entry's hash is taken over, in the form of RFC 8785. The database computes the same when the entry is
 * written.
 */
export type ChainedForm = ReturnType<typeof chainedForm>;

/** Where a chain ended, as it was published: a city's id for a name, or "network". */
export type PublishedPlace = {
  chain: string;
  place: number;
  hash: string;
  rowsPlace: number;
  rowsHash: string;
};

/** A digest of a row of history, as it stands in its chain. */
export type ChainedRow = { tableName: string; rowId: string; digest: string };

/** Returns what a row digest's own hash is taken over when it follows one with the hash `previous`. */
export function chainedRowForm(row: ChainedRow, previous: string) {
  return { previous, table: row.tableName, row: row.rowId, digest: row.digest };
}

/** Returns what the hash of `entry` is taken over when it follows an entry with the hash `previous`. */
export function chainedForm(entry: ChainedEntry, previous: string) {
  return {
    previous,
    chain: entry.chain,
    place: entry.place,
    id: entry.id,
    kind: entry.kind,
    detail: entry.detail,
    at: entry.at.toISOString(),
    rows: entry.rowsHash,
    by: entry.byId,
    record: entry.recordId,
    submission: entry.submissionId,
    person: entry.personId,
  };
}
