"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorWords } from "@/components/forms/error-words";
import { ItemNote } from "@/components/record/fields/item-note";
import { useItemTitle } from "@/components/record/fields/item-title";
import { ListField } from "@/components/record/fields/list-field";
import { LocalTextFields } from "@/components/record/fields/local-text-fields";
import { partnerListId } from "@/components/record/fields/partner-names";
import { ValueField } from "@/components/record/fields/value-field";
import { Button } from "@/components/ui/button";
import { hasMessage } from "@/lib/domain/language/messages";
import type { ItemFieldSpec, ListSpec } from "@/lib/domain/record/fields";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import { localPartsOf } from "@/lib/domain/record/local-parts";
import type { FieldError } from "@/lib/domain/values/field-error";
import type { Item } from "@/lib/domain/values/item";
import { splitCoordinates } from "@/lib/domain/values/place";

type Props = {
  spec: ListSpec;
  /** The path within the record, by ids: "milestones.<id>". Its errors and element ids use it. */
  path: string;
  item: Item;
  place: number;
  count: number;
  errors: Record<string, FieldError[]>;
  framework: FrameworkTerms;
  onChange: (item: Item) => void;
  onRemove: () => void;
  onMove: (by: -1 | 1) => void;
};

/** Entries with at least this many fields are folded when there are more than a few, to keep the list short. */
const manyFields = 4;
const aFew = 3;

/** Shows one entry of a list with its fields and buttons. */
export function ItemFields(props: Props) {
  const { spec, path, item, errors } = props;
  const titleOf = useItemTitle();
  const hasErrors = Object.keys(errors).some((key) => key.startsWith(`${path}.`));
  // An entry without a name was just added, so it is open.
  const [isOpen, setOpen] = useState(() => props.count <= aFew || !item[spec.namedBy]);
  if (spec.item.length < manyFields) return <Fields {...props} />;
  return (
    <details open={isOpen || hasErrors} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold [overflow-wrap:anywhere]">
        {titleOf(spec, item, props.place)}
      </summary>
      <Fields {...props} />
    </details>
  );
}

function Fields(props: Props) {
  const { spec, path, item, place, onChange } = props;
  const t = useTranslations("office.record.list");
  const isLeading = spec.isOrdered && place === 0;

  // Maps give both coordinates in one text: pasted or typed into the latitude, it fills both fields.
  function split(text: unknown) {
    const point = Object.hasOwn(item, "latitude") ? splitCoordinates(String(text)) : null;
    if (point) onChange({ ...item, ...point });
    return point !== null;
  }

  return (
    <div className="flex flex-col gap-2">
      {isLeading && <p className="text-muted text-small">{t("leads")}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens to the fields within, which are what is used */}
      <div
        className={`grid items-end gap-3 ${spec.item.length > 1 ? "sm:grid-cols-2" : ""}`}
        onPaste={(event) => {
          const isLatitude = (event.target as HTMLElement).id.endsWith(".latitude");
          if (isLatitude && split(event.clipboardData.getData("text"))) event.preventDefault();
        }}
        onBlur={() => split(item["latitude"])}
      >
        {spec.item
          .filter((field) => isApplicable(field, item))
          .map((field) => (
            <div key={field.name} className={isWide(field) ? "sm:col-span-full" : undefined}>
              <OneField {...props} field={field} />
            </div>
          ))}
      </div>
      <ItemNote list={spec.name} item={item} />
      <LocalItem spec={spec} path={path} item={item} />
      <Steps {...props} id={`field-${path}`} />
    </div>
  );
}

/** Shows the texts of an entry that can be translated into the city's languages. */
function LocalItem({ spec, path, item }: { spec: ListSpec; path: string; item: Item }) {
  const words = useTranslations("fields.items");
  const kinds = localPartsOf(spec.name);
  if (kinds === null || typeof kinds === "string") return null;
  return (
    <LocalTextFields
      parts={spec.item.flatMap(({ name, path: word }) => {
        const kind = kinds[name];
        const english = String(item[name] ?? "");
        return kind ? [{ of: `${path}.${name}`, label: words(word), english, kind }] : [];
      })}
    />
  );
}

function OneField({
  field,
  path,
  item,
  errors,
  framework,
  onChange,
}: Props & { field: ItemFieldSpec }) {
  const words = useTranslations("fields.items");
  const t = useTranslations("record.itemHints");
  const sentences = useErrorWords();
  const own = `${path}.${field.name}`;
  const label = words(field.path);
  const change = (value: unknown) => onChange(withValue(item, field, value));
  if (field.kind === "readings") {
    return (
      <ListField
        spec={field.list}
        path={own}
        label={label}
        // The readings of an indicator are items, because its schema parsed the record.
        items={item[field.name] as Item[]}
        errors={errors}
        framework={framework}
        onChange={change}
      />
    );
  }
  return (
    <ValueField
      spec={field}
      id={`field-${own}`}
      label={label}
      hint={hasMessage(t, field.path) ? t(field.path) : undefined}
      errors={sentences(errors[own])}
      value={item[field.name]}
      onChange={change}
      framework={framework}
      item={item}
      list={field.path === "partners.name" ? partnerListId : undefined}
    />
  );
}

/** Shows the buttons for a whole entry. */
function Steps({ spec, id, place, count, onMove, onRemove }: Props & { id: string }) {
  const t = useTranslations("office.record.list");
  const words = useTranslations("fields.items");
  const what = words(spec.noun);
  // Screen readers say which entry a button is for; an aria-label could be mistaken for that of a field.
  const about = <span className="sr-only">{t("named", { what, place: place + 1 })}</span>;
  return (
    <div className="-ml-4 flex flex-wrap">
      {count > 1 && (
        <>
          <Button id={`${id}-up`} look="quiet" disabled={place === 0} onClick={() => onMove(-1)}>
            {t("up")} {about}
          </Button>
          <Button
            id={`${id}-down`}
            look="quiet"
            disabled={place === count - 1}
            onClick={() => onMove(1)}
          >
            {t("down")} {about}
          </Button>
        </>
      )}
      <Button id={`${id}-remove`} look="quiet" onClick={onRemove}>
        {t("remove")} {about}
      </Button>
    </div>
  );
}

/**
 * Returns an item with one value changed. A new focus area clears the project type, and a new kind of claim clears what
 * the evidence is of.
 */
function withValue(item: Item, field: ItemFieldSpec, value: unknown): Item {
  const isOtherArea = field.name === "focusArea" && Object.hasOwn(item, "projectType");
  return {
    ...item,
    [field.name]: value,
    ...(isOtherArea && { projectType: null }),
    ...(field.name === "claim" && { claimOf: null }),
  };
}

/**
 * Returns true when a field applies to its item: which milestone, reading or budget line evidence supports; who meets a
 * need that is met; the title when no project is selected.
 */
function isApplicable(field: ItemFieldSpec, item: Item) {
  if (field.kind === "claim_of")
    return ["milestone", "reading", "budget"].includes(String(item["claim"]));
  if (field.name === "metBy") return item["isMet"] === true || item["metBy"] !== "";
  if (field.name === "title" && item["project"]) return item["title"] !== "";
  return true;
}

const wideKinds = [
  "text",
  "address",
  "readings",
  "project",
  "claim_of",
  "indicator_of",
  "milestone_of",
  "file",
];

function isWide(field: ItemFieldSpec) {
  return (
    wideKinds.includes(field.kind) || ["title", "label", "alternativeText"].includes(field.name)
  );
}
