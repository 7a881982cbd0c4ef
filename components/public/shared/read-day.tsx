import type { PageContext } from "@/lib/domain/site/page-context";

/** Adds the day of the page to a plain form, so that its result is read as of the same day. */
export function ReadDay({ context: { asOf } }: { context: PageContext }) {
  return asOf !== null && <input type="hidden" name="asOf" value={asOf} />;
}
