import { useTranslations } from "next-intl";
import { formatPartialDate, PartialDateText } from "@/components/record/partial-date";
import type { FieldSpec, FrameworkOptions, ItemFieldSpec, ListSpec } from "@/lib/domain/fields";
import type { FrameworkTerms } from "@/lib/domain/framework";
import type { Item } from "@/lib/domain/item";
import type { PartialDate } from "@/lib/domain/partial-date";

/** The language a record is shown in and the terms it was written in. */
export type Shown = { locale: string; framework: FrameworkTerms };

export type Reading = { id: string; on: PartialDate | null; value: number; source: string };

/** The whole value of a field, for reading: a list as its items, one below the other. */
export function FieldValue({
  spec,
  value,
  shown,
}: {
  spec: FieldSpec;
  value: unknown;
  shown: Shown;
}) {
  if (spec.kind !== "list") return <PlainValue spec={spec} value={value} shown={shown} />;
  // A list field holds items: the record was read by its schema.
  const items = value as Item[];
  if (items.length === 0) return <Empty />;
  return (
    <ul className="flex flex-col gap-2">
      {items.map((item) => (
        <li key={item.id} className="border-line border-l-2 pl-3">
          <ItemValue spec={spec} item={item} shown={shown} />
        </li>
      ))}
    </ul>
  );
}

/** One item of a list: each of its fields that holds something, with its name. */
export function ItemValue({ spec, item, shown }: { spec: ListSpec; item: Item; shown: Shown }) {
  return (
    <div className="flex flex-col">
      {spec.item
        .filter((field) => !isEmpty(item[field.name]))
        .map((field) => (
          <div key={field.name}>
            <ItemLabel list={spec} field={field} />
            <PlainValue spec={field} value={item[field.name]} shown={shown} />
          </div>
        ))}
    </div>
  );
}

/** The name of an item's field before its value; the field that names the item needs none. */
export function ItemLabel({ list, field }: { list: ListSpec; field: ItemFieldSpec }) {
  const t = useTranslations("fields.items");
  if (field.name === list.namedBy) return null;
  return <span className="text-muted">{t(`${list.name}.${field.name}` as never)}: </span>;
}

/** One value in words: choices and terms by their names, dates as precise as they are known. */
export function PlainValue({
  spec,
  value,
  shown,
}: {
  spec: ItemFieldSpec | Exclude<FieldSpec, { kind: "list" }>;
  value: unknown;
  shown: Shown;
}) {
  const t = useTranslations("choices");
  if (isEmpty(value)) return <Empty />;
  switch (spec.kind) {
    case "choice":
      return t(`${choiceWords[spec.name] ?? spec.name}.${value}` as never);
    case "framework":
      return termName(shown.framework, spec.options, String(value));
    case "yes_no":
      return t(`yesNo.${value === true}`);
    case "date":
      return <PartialDateText date={String(value)} locale={shown.locale} />;
    case "number":
      return formatNumber(Number(value), shown.locale);
    case "address":
      return <span className="[overflow-wrap:anywhere]">{String(value)}</span>;
    case "readings":
      return (
        <ul className="tabular-nums">
          {(value as Reading[]).map((reading) => (
            <li key={reading.id}>
              <ReadingText reading={reading} locale={shown.locale} />
            </li>
          ))}
        </ul>
      );
    default:
      return <span className="whitespace-pre-wrap">{String(value)}</span>;
  }
}

/** One measured value: when, how much, and where it was found. */
export function ReadingText({ reading, locale }: { reading: Reading; locale: string }) {
  const on = reading.on ? `${formatPartialDate(reading.on, locale)}: ` : "";
  const source = reading.source ? ` (${reading.source})` : "";
  return (
    <span className="[overflow-wrap:anywhere]">
      {`${on}${formatNumber(reading.value, locale)}${source}`}
    </span>
  );
}

/** Said where a value would be. */
export function Empty() {
  const t = useTranslations("review.diff");
  return <span className="text-muted">{t("empty")}</span>;
}

/** Whether nobody wrote anything there. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Where the words of a choice have another name than its field. */
const choiceWords: Record<string, string> = {
  localTitleLanguage: "language",
  kind: "supportKind",
};

/** A term that the framework has lost is shown as it was written. */
function termName(framework: FrameworkTerms, options: FrameworkOptions, slug: string) {
  const terms = {
    outcomes: framework.outcomes,
    focusAreas: framework.focusAreas,
    projectTypes: framework.focusAreas.flatMap((area) => area.projectTypes),
  }[options];
  return terms.find((term) => term.slug === slug)?.name ?? slug;
}

function formatNumber(value: number, locale: string) {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(value);
}
