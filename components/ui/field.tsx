import { useId } from "react";

type Common = {
  label: string;
  /** A sentence below the label about what to write. */
  hint?: string | undefined;
  /** Sentences, not message keys. */
  errors?: string[] | undefined;
  /** The element id, to which links to this field lead. */
  id?: string | undefined;
};

const box =
  "w-full rounded-box border border-line-strong bg-white px-3 py-2 aria-invalid:border-2 aria-invalid:border-warning";

/** Shows a field for one line of text. */
export function TextField({
  label,
  hint,
  errors = [],
  id,
  ...rest
}: Common & Omit<React.ComponentProps<"input">, "className" | "id">) {
  return (
    <Labelled label={label} hint={hint} errors={errors} id={id}>
      {(control) => <input type="text" {...rest} {...control} className={`min-h-11 ${box}`} />}
    </Labelled>
  );
}

/** Shows a field for several lines of text. */
export function TextArea({
  label,
  hint,
  errors = [],
  id,
  ...rest
}: Common & Omit<React.ComponentProps<"textarea">, "className" | "id">) {
  return (
    <Labelled label={label} hint={hint} errors={errors} id={id}>
      {(control) => (
        <textarea
          rows={4}
          {...rest}
          {...control}
          className={`field-sizing-content max-h-[32rem] min-h-24 ${box}`}
        />
      )}
    </Labelled>
  );
}

/** Shows a select for a closed list. */
export function SelectField({
  label,
  hint,
  errors = [],
  id,
  options,
  ...rest
}: Common & { options: { value: string; label: string }[] } & Omit<
    React.ComponentProps<"select">,
    "className" | "id"
  >) {
  return (
    <Labelled label={label} hint={hint} errors={errors} id={id}>
      {(control) => (
        <select {...rest} {...control} className={`min-h-11 ${box}`}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** Shows a checkbox. */
export function CheckField({
  label,
  hint,
  errors = [],
  id,
  ...rest
}: Common & Omit<React.ComponentProps<"input">, "className" | "id" | "type">) {
  const made = useId();
  const control = id ?? made;
  const described = [hint && `${control}-hint`, errors.length > 0 && `${control}-errors`].filter(
    Boolean,
  );
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={control} className="flex min-h-11 items-center gap-3 font-semibold">
        <input
          type="checkbox"
          {...rest}
          id={control}
          aria-invalid={errors.length > 0}
          aria-describedby={described.length > 0 ? described.join(" ") : undefined}
          className="size-5 accent-accent"
        />
        {label}
      </label>
      {hint && (
        <p id={`${control}-hint`} className="text-small text-muted">
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <p id={`${control}-errors`} className="text-small font-semibold text-warning">
          {errors.join(" ")}
        </p>
      )}
    </div>
  );
}

function Labelled({
  label,
  hint,
  errors,
  id,
  children,
}: Common & {
  errors: string[];
  children: (control: {
    id: string;
    "aria-invalid": boolean;
    "aria-describedby": string | undefined;
  }) => React.ReactNode;
}) {
  const made = useId();
  const control = id ?? made;
  const described = [hint && `${control}-hint`, errors.length > 0 && `${control}-errors`].filter(
    Boolean,
  );
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={control} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${control}-hint`} className="text-small text-muted">
          {hint}
        </p>
      )}
      {children({
        id: control,
        "aria-invalid": errors.length > 0,
        "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
      })}
      {errors.length > 0 && (
        <p id={`${control}-errors`} className="text-small font-semibold text-warning">
          {errors.join(" ")}
        </p>
      )}
    </div>
  );
}
