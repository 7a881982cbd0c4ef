type Look = "primary" | "secondary" | "quiet";

const looks: Record<Look, string> = {
  primary:
    "border-accent bg-accent text-white hover:bg-accent-strong disabled:border-line-strong disabled:bg-line-strong",
  secondary: "border-line-strong bg-white text-ink hover:bg-wash disabled:text-muted",
  quiet:
    "border-transparent bg-transparent text-accent underline hover:bg-wash disabled:text-muted",
};

/** A button at least 44 px high, so that a thumb hits it. */
export function Button({
  look = "secondary",
  ...rest
}: { look?: Look } & Omit<React.ComponentProps<"button">, "className">) {
  return (
    <button
      type="button"
      {...rest}
      className={`inline-flex min-h-11 items-center justify-center gap-2 rounded-box border px-4 font-semibold motion-safe:transition-colors motion-safe:duration-150 disabled:cursor-not-allowed ${looks[look]}`}
    />
  );
}
