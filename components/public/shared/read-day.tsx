import type { Reading } from "@/lib/domain/site/reading";

/** Keeps the day that is read in a plain form: what it leads to is read as of the same day. */
export function ReadDay({ reading: { asOf } }: { reading: Reading }) {
  return asOf !== null && <input type="hidden" name="asOf" value={asOf} />;
}
