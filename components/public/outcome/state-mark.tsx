import { useTranslations } from "next-intl";
import type { AimState } from "@/lib/domain/progress/aims";

/** Shows where something stands as a shape and a word; the shape alone tells the states apart, without colour. */
export function StateMark({ state }: { state: AimState }) {
  const t = useTranslations("aims.state");
  return (
    <span
      className={`inline-flex items-baseline gap-1.5 font-semibold ${state === "missed" ? "text-warning" : ""}`}
    >
      <StateShape state={state} />
      {t(state)}
    </span>
  );
}

/** The shape alone; its word stands beside it. */
export function StateShape({ state }: { state: AimState }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 14 14"
      className="inline-block size-3.5 shrink-0 self-center"
    >
      {shapes[state]}
    </svg>
  );
}

const ring = <circle cx="7" cy="7" r="5" className="fill-white stroke-accent" strokeWidth="1.5" />;

const shapes: Record<AimState, React.ReactNode> = {
  reached: (
    <>
      <circle cx="7" cy="7" r="6" className="fill-accent" />
      <path d="M4.2 7.2l2 2 3.6-4.2" className="fill-none stroke-white" strokeWidth="1.6" />
    </>
  ),
  on_course: (
    <>
      {ring}
      <path d="M7 2a5 5 0 0 1 0 10z" className="fill-accent" />
    </>
  ),
  behind: (
    <>
      {ring}
      <path d="M7 2a5 5 0 0 1 5 5H7z" className="fill-accent" />
    </>
  ),
  missed: <path d="M7 1.4L13 12.4H1z" className="fill-warning" />,
  silent: (
    <circle
      cx="7"
      cy="7"
      r="5"
      className="fill-white stroke-muted"
      strokeWidth="1.4"
      strokeDasharray="2.2 1.8"
    />
  ),
  given_up: <path d="M3 3l8 8M11 3l-8 8" className="fill-none stroke-muted" strokeWidth="1.6" />,
  not_said: <circle cx="7" cy="7" r="2.4" className="fill-muted" />,
};
