"use client";

const select = "min-h-11 w-full rounded-box border border-line-strong bg-white px-2";

/** Shows a select with its label and a line about what it is for; groups of options are given as `children`. */
export function LabelledSelect({
  label,
  hint,
  value,
  onChange,
  children,
}: {
  label: string;
  hint?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  children: React.ReactNode;
}) {
  return (
    <label className="flex flex-col gap-1">
      <span className="font-semibold">{label}</span>
      {hint && <span className="break-words text-muted text-small">{hint}</span>}
      <select className={select} value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </label>
  );
}
