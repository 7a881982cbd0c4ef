type Look = "primary" | "secondary" | "quiet" | "cell";

const looks: Record<Look, string> = {
  primary:
    "border-accent bg-accent text-white hover:bg-accent-strong disabled:border-line-strong disabled:bg-line-strong aria-disabled:border-line-strong aria-disabled:bg-line-strong",
  secondary:
    "border-line-strong bg-white text-ink hover:bg-wash disabled:text-muted aria-disabled:text-muted aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:underline",
  quiet:
    "border-transparent bg-transparent text-accent underline hover:bg-wash disabled:text-muted aria-disabled:text-muted",
  // A button in a table cell looks like a value, and like a button on hover and focus.
  cell: "-my-2.5 -ml-2 min-w-11 border-transparent border-dashed bg-transparent text-left aria-disabled:text-muted hover:border-line-strong focus-visible:border-line-strong",
};

/** Shows a button that is at least 44 px high, so that it is easy to touch. */
export function Button({
  look = "secondary",
  ...rest
}: { look?: Look } & Omit<React.ComponentProps<"button">, "className">) {
  return (
    <button
      type="button"
      {...rest}
      className={`inline-flex min-h-11 items-center gap-2 rounded-box border ${look === "cell" ? "px-2" : "justify-center px-4 font-semibold"} motion-safe:transition-colors motion-safe:duration-150 disabled:cursor-not-allowed aria-disabled:cursor-not-allowed ${looks[look]}`}
    />
  );
}
