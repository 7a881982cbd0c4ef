const tones = {
  plain: "border-line-strong bg-wash",
  good: "border-accent bg-accent-wash",
  warning: "border-warning bg-warning-wash",
};

/** Shows a message that stands out. With `role` "alert" screen readers read it at once, with "status" when idle. */
export function Notice({
  tone = "plain",
  title,
  children,
  role,
}: {
  tone?: keyof typeof tones;
  title?: string;
  children?: React.ReactNode;
  role?: "alert" | "status";
}) {
  return (
    <div role={role} className={`rounded-box border-l-4 px-4 py-3 ${tones[tone]}`}>
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  );
}
