import { useLocale, useTranslations } from "next-intl";
import { formatAmount } from "@/components/record/shared/amount";
import { useChoiceWords } from "@/components/record/shared/choice-words";
import { useSurroundings } from "@/components/record/shared/surroundings";
import { formatIfDate } from "@/components/ui/partial-date";
import type { ItemFieldSpec, ListSpec } from "@/lib/domain/record/fields";
import type { Item } from "@/lib/domain/values/item";

const maxChars = 80;

/** Returns the title of a folded entry: its name and, for some lists, its kind and date. */
export function useItemTitle(): (spec: ListSpec, item: Item, place: number) => string {
  const t = useTranslations("office.record.list");
  const labels = useTranslations("fields.items");
  const choiceWords = useChoiceWords();
  const locale = useLocale();
  const { names } = useSurroundings();

  const choice = (spec: ListSpec, item: Item, name: string) => {
    const field: ItemFieldSpec | undefined = spec.item.find((each) => each.name === name);
    return field?.kind === "choice" && item[name] ? choiceWords(field, String(item[name])) : "";
  };
  const text = (item: Item, name: string) => String(item[name] ?? "").trim();
  const date = (item: Item, name: string) => formatIfDate(item[name], locale) ?? "";
  const partsOf = (spec: ListSpec, item: Item): string[] => {
    switch (spec.name) {
      case "milestones":
        return [text(item, "title"), milestoneState(item)];
      case "budget": {
        const amount = text(item, "amount");
        if (!amount) return [];
        const kind = choice(spec, item, "kind");
        return [formatAmount(amount, item["currency"], locale), kind, text(item, "year")];
      }
      case "readings":
        return [date(item, "on"), text(item, "value")];
      case "relatedProjects": {
        const name = names[text(item, "project")]?.text || text(item, "title");
        return name ? [choice(spec, item, "relation"), name] : [];
      }
      case "figures":
        return [choice(spec, item, "kind"), text(item, "value"), date(item, "on")];
      default:
        return [text(item, spec.namedBy)];
    }
  };
  const milestoneState = (item: Item) => {
    if (item["droppedReason"]) return t("dropped");
    const [doneOn, dueOn] = [date(item, "doneOn"), date(item, "dueOn")];
    return doneOn ? t("done", { date: doneOn }) : dueOn && t("due", { date: dueOn });
  };
  return (spec, item, place) => {
    const what = labels(spec.noun);
    const [name, ...more] = partsOf(spec, item);
    return [name || t("named", { what, place: place + 1 }), ...more]
      .filter(Boolean)
      .map((part) => (part.length > maxChars ? `${part.slice(0, maxChars)}…` : part))
      .join(" · ");
  };
}
