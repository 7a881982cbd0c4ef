"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useErrorWords } from "@/components/forms/error-words";
import { ItemFields } from "@/components/record/fields/item-fields";
import { ListNote } from "@/components/record/fields/list-note";
import { Button } from "@/components/ui/button";
import { emptyItem } from "@/lib/domain/record/empty";
import type { ListSpec } from "@/lib/domain/record/fields";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import type { FieldError } from "@/lib/domain/values/field-error";
import type { Item } from "@/lib/domain/values/item";

/** Shows a list of entries to add, remove, edit and reorder. Entries keep their ids for life. */
export function ListField({
  spec,
  path,
  label,
  hint,
  items,
  errors,
  onChange,
  framework,
}: {
  /** Translations stand beside their English texts and not in a list. */
  spec: Exclude<ListSpec, { name: "translations" }>;
  /** The path within the record, by ids: "milestones", "indicators.<id>.readings". */
  path: string;
  label: string;
  hint?: string | undefined;
  items: Item[];
  /** The errors of the list and of its entries, by path: "milestones.<id>.dueOn". */
  errors: Record<string, FieldError[]>;
  onChange: (items: Item[]) => void;
  framework: FrameworkTerms;
}) {
  const t = useTranslations("office.record.list");
  const sentences = useErrorWords();
  const id = `field-${path}`;
  const Heading = path.includes(".") ? "h4" : "h3";
  const { said, add, remove, move } = useEntries(id, spec, items, onChange);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={`${id}-about`}
      className="flex min-w-0 scroll-mt-4 flex-col gap-3"
    >
      <legend>
        <Heading className="font-semibold">{label}</Heading>
      </legend>
      <div id={`${id}-about`} className="flex flex-col gap-1">
        {hint && <p className="max-w-text text-muted text-small">{hint}</p>}
        {errors[path] && (
          <p className="font-semibold text-small text-warning">
            {sentences(errors[path]).join(" ")}
          </p>
        )}
      </div>
      {items.length === 0 && <p className="text-muted">{t("none")}</p>}
      <ol className="flex flex-col gap-4">
        {items.map((item, place) => (
          <li key={item.id} className="border-line-strong border-l-2 pl-3 sm:pl-4">
            <ItemFields
              spec={spec}
              path={`${path}.${item.id}`}
              item={item}
              place={place}
              count={items.length}
              errors={errors}
              framework={framework}
              onChange={(changed) =>
                onChange(items.map((other) => (other.id === item.id ? changed : other)))
              }
              onRemove={() => remove(place)}
              onMove={(by) => move(place, by)}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button id={`${id}-add`} onClick={add}>
          {t(`add.${spec.name}`)}
        </Button>
      </div>
      <ListNote list={spec.name} items={items} />
      <p role="status" className="sr-only">
        {said}
      </p>
    </fieldset>
  );
}

/** Returns functions that add, remove and move entries, and what a screen reader says about the last of them. */
function useEntries(id: string, spec: ListSpec, items: Item[], onChange: (items: Item[]) => void) {
  const t = useTranslations("office.record.list");
  const [said, setSaid] = useState("");
  const focusNext = useFocusNext();

  function add() {
    const item = emptyItem(crypto.randomUUID(), spec.item);
    onChange([...items, item]);
    setSaid(t("added"));
    focusNext(`${id}.${item.id}.${spec.item[0]?.name}`);
  }

  function remove(place: number) {
    const next = items[place + 1] ?? items[place - 1];
    onChange(items.filter((_, index) => index !== place));
    setSaid(t("removed", { count: items.length - 1 }));
    focusNext(next ? `${id}.${next.id}-remove` : `${id}-add`);
  }

  function move(place: number, by: -1 | 1) {
    const order = [...items];
    const [item] = order.splice(place, 1);
    if (!item) return;
    const to = place + by;
    order.splice(to, 0, item);
    onChange(order);
    setSaid(t("moved", { place: to + 1, count: items.length }));
    const isAtEnd = to === 0 || to === items.length - 1;
    focusNext(`${id}.${item.id}-${(by < 0) === isAtEnd ? "down" : "up"}`);
  }

  return { said, add, remove, move };
}

/** Returns a function that moves the focus to a control after the next rendering. */
function useFocusNext() {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    document.getElementById(wanted.current)?.focus();
    wanted.current = null;
  });
  return (elementId: string) => {
    wanted.current = elementId;
  };
}
