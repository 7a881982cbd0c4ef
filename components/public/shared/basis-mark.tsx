/** Whose words it is that something serves an outcome: its city's, or the tracker's. */
export type Basis = "stated" | "assessed";

/**
 * Shows the mark of what a city states, a filled circle, or of what the tracker assesses, a hatched one with a broken
 * outline. A word stands beside it, so that it says nothing to a screen reader.
 */
export function BasisMark({ basis }: { basis: Basis }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 14 14"
      className="-mt-0.5 inline-block size-3.5 shrink-0 align-middle"
    >
      {basis === "stated" ? (
        <circle cx="7" cy="7" r="6" fill="currentColor" />
      ) : (
        <g fill="none" stroke="currentColor">
          <circle cx="7" cy="7" r="6" strokeWidth="1.3" strokeDasharray="2.4 1.4" />
          <path d="M2.8 8.6 8.6 2.8M3.6 11 11 3.6M5.9 12.1 12.1 5.9" strokeWidth="1.1" />
        </g>
      )}
    </svg>
  );
}
