import { useTranslations } from "next-intl";
import type { Serving } from "@/lib/domain/progress/city-aims";

/** Shows whether a city states that something serves an outcome or the tracker assesses it: filled or hatched, and a word. */
export function BasisMark({ basis }: { basis: Serving["basis"] }) {
  const t = useTranslations("aims");
  return (
    <span className="inline-flex items-center gap-1.5">
      <BasisShape basis={basis} />
      {t(basis)}
    </span>
  );
}

/** The shape alone; its word stands beside it, or above in a key. */
export function BasisShape({ basis }: { basis: Serving["basis"] }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 14 14" className="inline-block size-3.5 shrink-0">
      {basis === "stated" ? (
        <circle cx="7" cy="7" r="5.5" className="fill-accent" />
      ) : (
        <>
          <circle
            cx="7"
            cy="7"
            r="5.5"
            className="fill-white stroke-accent"
            strokeDasharray="2.6 1.6"
          />
          <path d="M3.4 9.4l6-6M4.6 11l6.4-6.4" className="stroke-accent" />
        </>
      )}
    </svg>
  );
}
