"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorWords } from "@/components/record/error-words";
import { formatPartialDate } from "@/components/record/partial-date";
import { ValueField } from "@/components/record/value-field";
import { Button } from "@/components/ui/button";
import type { ItemFieldSpec, ListSpec } from "@/lib/domain/fields";
import type { FrameworkTerms } from "@/lib/domain/framework";
import type { Item } from "@/lib/domain/item";
import type { FieldError } from "@/lib/domain/result";

type Props = {
  spec: ListSpec;
  id: string;
  item: Item;
  place: number;
  count: number;
  errors: Record<string, FieldError[]>;
  framework: FrameworkTerms;
  onChange: (item: Item) => void;
  onRemove: () => void;
  onMove: (by: -1 | 1) => void;
};

/** Entries of this many fields are folded once there are more than a few: the list would be longer than anybody reads. */
const manyFields = 4;
const aFew = 3;

/** While a date is being typed it may be none yet; the server judges it by lib/domain/partial-date.ts. */
const aDate = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u;

/** One entry of a list with its fields and what can be done to it. */
export function ItemFields(props: Props) {
  const { spec, item, errors } = props;
  const title = useItemTitle(props);
  const hasErrors = Object.keys(errors).some((key) => key.startsWith(`${spec.name}.${item.id}.`));
  // An entry without a name was just added.
  const [isOpen, setOpen] = useState(() => props.count <= aFew || !item[spec.namedBy]);
  if (spec.item.length < manyFields) return <Fields {...props} />;
  return (
    <details open={isOpen || hasErrors} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{title}</summary>
      <Fields {...props} />
    </details>
  );
}

/** What a folded entry says of itself: its name and, for a step, when. */
function useItemTitle({ spec, item, place }: Props) {
  const t = useTranslations("office.record.list");
  const words = useTranslations("fields.items");
  const locale = useLocale();
  const name = String(item[spec.namedBy] ?? "").trim();
  const what = words(`${spec.name}.${spec.namedBy}` as never);
  const date = (key: "doneOn" | "dueOn") =>
    aDate.test(String(item[key] ?? "")) ? formatPartialDate(String(item[key]), locale) : null;
  const [doneOn, dueOn] = [date("doneOn"), date("dueOn")];
  const state = item["droppedReason"]
    ? t("dropped")
    : doneOn
      ? t("done", { date: doneOn })
      : dueOn && t("due", { date: dueOn });
  return [name || t("named", { what, place: place + 1 }), state].filter(Boolean).join(" · ");
}

function Fields({ spec, id, item, place, count, errors, framework, ...on }: Props) {
  const t = useTranslations("office.record.list");
  const words = useTranslations("fields.items");
  const sentences = useErrorWords();
  const what = words(`${spec.name}.${spec.namedBy}` as never);
  // Heard after what a button does; a label of its own would be taken for a field's.
  const about = <span className="sr-only">{t("named", { what, place: place + 1 })}</span>;
  const isLeading = spec.isOrdered && place === 0;
  return (
    <div className="flex flex-col gap-2">
      {isLeading && <p className="text-muted text-small">{t("leads")}</p>}
      <div className={`grid gap-3 ${spec.item.length > 1 ? "sm:grid-cols-2" : ""}`}>
        {spec.item.map((field) => (
          <div key={field.name} className={isWide(field) ? "sm:col-span-full" : undefined}>
            <ValueField
              spec={field}
              id={`${id}.${field.name}`}
              label={words(`${spec.name}.${field.name}` as never)}
              errors={sentences(errors[`${spec.name}.${item.id}.${field.name}`])}
              value={item[field.name]}
              onChange={(value) => on.onChange(withValue(item, field, value))}
              framework={framework}
              focusArea={item["focusArea"]}
            />
          </div>
        ))}
      </div>
      <div className="-ml-4 flex flex-wrap">
        {count > 1 && (
          <>
            <Button
              id={`${id}-up`}
              look="quiet"
              disabled={place === 0}
              onClick={() => on.onMove(-1)}
            >
              {t("up")} {about}
            </Button>
            <Button
              id={`${id}-down`}
              look="quiet"
              disabled={place === count - 1}
              onClick={() => on.onMove(1)}
            >
              {t("down")} {about}
            </Button>
          </>
        )}
        <Button id={`${id}-remove`} look="quiet" onClick={on.onRemove}>
          {t("remove")} {about}
        </Button>
      </div>
    </div>
  );
}

/** A project type belongs to one focus area: another area has none of it. */
function withValue(item: Item, field: ItemFieldSpec, value: unknown): Item {
  const isOtherArea = field.name === "focusArea" && Object.hasOwn(item, "projectType");
  return { ...item, [field.name]: value, ...(isOtherArea && { projectType: null }) };
}

function isWide(field: ItemFieldSpec) {
  return field.kind === "text" || field.kind === "address" || field.name === "title";
}
