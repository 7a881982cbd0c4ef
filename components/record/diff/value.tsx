import { useTranslations } from "next-intl";
import { formatAmount } from "@/components/record/shared/amount";
import { useChoiceWords } from "@/components/record/shared/choice-words";
import { EvidenceFile } from "@/components/record/shared/evidence-file";
import { englishName } from "@/components/record/shared/text-names";
import { formatPartialDate, PartialDateText } from "@/components/ui/partial-date";
import type { FrameworkOptions } from "@/lib/domain/record/catalogue";
import { isEmpty } from "@/lib/domain/record/empty";
import type { FieldSpec, ItemFieldSpec, ListSpec, NamedValue } from "@/lib/domain/record/fields";
import type { FileFacts } from "@/lib/domain/record/file";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { Item } from "@/lib/domain/values/item";
import type { Names } from "@/lib/domain/values/names";

/**
 * The context of a shown record: the language, the terms of its framework, and the names of what it refers to by id.
 */
export type Shown = {
  locale: string;
  framework: FrameworkTerms;
  /** The files that the record names. */
  files?: FileFacts[];
  names?: Names;
  /** The address of files, when it is not the office's. */
  filesAt?: "/api/v1/files";
  /** The names of the two sides, when they are not "published" and "submitted". */
  sides?: SideLabels;
  /** The number of characters of unchanged text beside each change; all when it is left out. */
  around?: number;
};

export type SideLabels = { before: string; after: string };

export type Reading = ProjectFields["indicators"][number]["readings"][number];

/** Shows the whole value of a field; a list as its items, one below the other. */
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
  // A list field holds items, because its schema parsed the record.
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

/** Shows one item of a list: each field that has a value, with its name. */
export function ItemValue({ spec, item, shown }: { spec: ListSpec; item: Item; shown: Shown }) {
  return (
    <div className="flex flex-col">
      {spec.item
        .filter((field) => !isEmpty(item[field.name]))
        .map((field) => (
          <div key={field.name}>
            <ItemLabel list={spec} field={field} />
            <PlainValue spec={field} value={item[field.name]} item={item} shown={shown} />
          </div>
        ))}
    </div>
  );
}

/** Shows the name of an item's field before its value, except for the field that names the item. */
export function ItemLabel({ list, field }: { list: ListSpec; field: ItemFieldSpec }) {
  const t = useTranslations("fields.items");
  if (field.name === list.namedBy) return null;
  return <span className="text-muted">{t(field.path)}: </span>;
}

/** Shows one value: choices and terms by name, dates in their precision. */
export function PlainValue({
  spec,
  value,
  item,
  shown,
}: {
  spec: NamedValue;
  value: unknown;
  /** The item to which the value belongs: an amount is shown with its currency. */
  item?: Item | undefined;
  shown: Shown;
}) {
  const t = useTranslations("choices");
  const choiceWords = useChoiceWords();
  if (isEmpty(value)) return <Empty />;
  switch (spec.kind) {
    case "choice":
      return choiceWords(spec, String(value));
    case "framework":
      return termName(shown.framework, spec.options, String(value));
    case "yes_no":
      return t(`yesNo.${value === true}`);
    case "date":
      return <PartialDateText date={String(value)} locale={shown.locale} />;
    case "number":
      return formatNumber(Number(value), shown.locale);
    case "file":
      return <FileValue id={String(value)} shown={shown} />;
    case "decimal":
      return formatAmount(
        String(value),
        spec.name === "amount" ? item?.["currency"] : null,
        shown.locale,
      );
    case "project":
      return <Named id={String(value)} unknown="notPublic" names={shown.names} />;
    case "claim_of":
    case "indicator_of":
    case "milestone_of":
    case "text_of":
      return <Named id={String(value)} unknown="notThere" names={shown.names} />;
    case "english_hash":
      return <Named id={englishName(String(value))} unknown="earlierEnglish" names={shown.names} />;
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
      return (
        <span lang={languageOf(item)} className="whitespace-pre-wrap">
          {String(value)}
        </span>
      );
  }
}

/** Returns the language of a text in a local language; undefined for other texts. */
export function languageOf(item: Item | undefined): string | undefined {
  return item && typeof item["language"] === "string" ? item["language"] : undefined;
}

/** Shows the name of what a value refers to by id. */
function Named({
  id,
  unknown,
  names = {},
}: {
  id: string;
  unknown: "notPublic" | "notThere" | "earlierEnglish";
  names: Names | undefined;
}) {
  const t = useTranslations("diff.named");
  const name = names[id];
  if (!name?.text) return <span className="text-muted">{t(unknown)}</span>;
  return name.href === null ? name.text : <a href={name.href}>{name.text}</a>;
}

/** Shows one reading: its date, value and source. */
export function ReadingText({ reading, locale }: { reading: Reading; locale: string }) {
  const on = reading.on ? `${formatPartialDate(reading.on, locale)}: ` : "";
  const value = reading.value === null ? "–" : formatNumber(reading.value, locale);
  const about = [reading.note, reading.source].filter(Boolean).join(", ");
  return (
    <span className="[overflow-wrap:anywhere]">{`${on}${value}${about ? ` (${about})` : ""}`}</span>
  );
}

/** Shows a file by its name, and an image as an image; its description is another field of the entry. */
function FileValue({ id, shown: { files = [], filesAt } }: { id: string; shown: Shown }) {
  const t = useTranslations("diff");
  const base = filesAt ?? "/api/office/files";
  const file = files.find((candidate) => candidate.id === id);
  if (file) return <EvidenceFile file={file} alternativeText="" base={base} />;
  return <a href={`${base}/${id}`}>{t("file")}</a>;
}

/** Shows that there is no value. */
export function Empty() {
  const t = useTranslations("diff");
  return <span className="text-muted">{t("empty")}</span>;
}

/** Returns the name of a term; one that the framework no longer has is shown as it was written. */
export function termName(framework: FrameworkTerms, options: FrameworkOptions, slug: string) {
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
