import { useTranslations } from "next-intl";
import { Pair, Unchanged, ValueDiff } from "@/components/record/diff/pair";
import { ItemLabel, ItemValue, PlainValue, type Shown } from "@/components/record/diff/value";
import type { FieldChange, ItemChange } from "@/lib/domain/record/diff";
import { isEmpty } from "@/lib/domain/record/empty";
import type { ItemFieldSpec, ListSpec } from "@/lib/domain/record/fields";
import type { Item } from "@/lib/domain/values/item";
import { isSame } from "@/lib/domain/values/same";

type ListChange = Extract<FieldChange, { kind: "list" }>;

const shapes = { added: "+", removed: "−", changed: "≠" };

/** Shows the change of each item of a list; unchanged items are counted. */
export function ItemsDiff({
  spec,
  change,
  after,
  shown,
}: {
  spec: ListSpec;
  change: ListChange;
  after: Item[];
  shown: Shown;
}) {
  const t = useTranslations("diff");
  const touched = new Set(change.items.map((item) => item.id));
  const unchanged = after.filter((item) => !touched.has(item.id));
  return (
    <>
      <ol className="flex flex-col gap-4">
        {change.items.map((item) => (
          <li key={item.id} className="flex flex-col gap-1">
            <p className="font-semibold text-small">
              <span aria-hidden="true" className="mr-1 inline-block w-4 text-center">
                {shapes[item.kind]}
              </span>
              {t(`item.${item.kind}`)}
            </p>
            <ItemDiff spec={spec} change={item} shown={shown} />
          </li>
        ))}
      </ol>
      {change.isReordered && <NewOrder spec={spec} after={after} shown={shown} />}
      {unchanged.length > 0 && (
        <p className="text-muted text-small">{t("item.unchanged", { count: unchanged.length })}</p>
      )}
    </>
  );
}

function ItemDiff({ spec, change, shown }: { spec: ListSpec; change: ItemChange; shown: Shown }) {
  switch (change.kind) {
    case "added":
      return (
        <Pair
          sides={shown.sides}
          before={null}
          after={
            <div className="border-accent border-l-4 bg-added px-3 py-1">
              <ItemValue spec={spec} item={change.after} shown={shown} />
            </div>
          }
        />
      );
    case "removed":
      return (
        <Pair
          sides={shown.sides}
          before={
            <div className="border-warning border-l-4 bg-removed px-3 py-1 line-through">
              <ItemValue spec={spec} item={change.before} shown={shown} />
            </div>
          }
          after={null}
        />
      );
    case "changed":
      return spec.item
        .filter(({ name }) => !isEmpty(change.before[name]) || !isEmpty(change.after[name]))
        .map((field) => (
          <ItemFieldDiff
            key={field.name}
            list={spec}
            field={field}
            before={change.before}
            after={change.after}
            shown={shown}
          />
        ));
  }
}

/** Shows a field of a changed item. An unchanged name stays visible, because it identifies the item. */
function ItemFieldDiff({
  list,
  field,
  before,
  after,
  shown,
}: {
  list: ListSpec;
  field: ItemFieldSpec;
  before: Item;
  after: Item;
  shown: Shown;
}) {
  const label = <ItemLabel list={list} field={field} />;
  const [was, is] = [before[field.name], after[field.name]];
  if (!isSame(was, is)) {
    return (
      <ValueDiff
        spec={field}
        before={was}
        after={is}
        items={[before, after]}
        shown={shown}
        label={label}
      />
    );
  }
  const same = (
    <div>
      {label}
      <PlainValue spec={field} value={is} item={after} shown={shown} />
    </div>
  );
  return <Unchanged>{same}</Unchanged>;
}

/** Shows the new order of a list whose order matters: the first focus area is the main one. */
function NewOrder({ spec, after, shown }: { spec: ListSpec; after: Item[]; shown: Shown }) {
  const t = useTranslations("diff");
  const named = spec.item.find((field) => field.name === spec.namedBy);
  if (!spec.isOrdered || !named) return <p>{t("reordered")}</p>;
  return (
    <div>
      <p>{t("newOrder")}</p>
      <ol className="list-decimal pl-6">
        {after.map((item) => (
          <li key={item.id}>
            <PlainValue spec={named} value={item[named.name]} shown={shown} />
          </li>
        ))}
      </ol>
    </div>
  );
}
