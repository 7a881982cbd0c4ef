/** An entry of the timeline in its chain. The chain is named by the city's id, or "network" for entries of no city. */
export type ChainedEntry = {
  chain: string;
  place: number;
  hash: string;
  /** The hash of the last row digest of the chain when the entry was written. */
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

/** A fault of a chain: at which place, and of which kind. */
export type Break = { place: number; fault: Fault };

/**
 * `missing`: there is no entry at this place, or the end was removed. `changed`: the entry does not match its hash,
 * because it or the entry before it was changed, inserted or moved. `end`: the end differs from the stored head.
 * `published`: it differs from a published head. `edition`: the edition of the entry was changed or removed. `unrecorded`:
 * an edition that has no entry. `row`: a row of history or its digest was changed or removed; the place is that of the
 * digest.
 */
type Fault = "missing" | "changed" | "end" | "published" | "edition" | "unrecorded" | "row";

/** The hash that the first entry of every chain follows. */
export const chainStart = "0".repeat(64);

/**
 * The value that an entry's hash is computed from, in the form of RFC 8785. The database computes the same when it
 * writes the entry.
 */
export type ChainedForm = ReturnType<typeof chainedForm>;

/** The published end of a chain, named by a city's id or "network". */
export type PublishedPlace = {
  chain: string;
  place: number;
  hash: string;
  rowsPlace: number;
  rowsHash: string;
};

/** The digest of a row of history, in its chain. */
export type ChainedRow = { tableName: string; rowId: string; digest: string };

/** Returns the value from which the hash of a row digest is computed when it follows the hash `previous`. */
export function chainedRowForm(row: ChainedRow, previous: string) {
  return { previous, table: row.tableName, row: row.rowId, digest: row.digest };
}

/** Returns the value from which the hash of `entry` is computed when it follows the hash `previous`. */
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
