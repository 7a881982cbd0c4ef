import { useTranslations } from "next-intl";
import { sidesOf } from "@/components/record/diff/pair";
import { Empty, ItemLabel, PlainValue, type Shown } from "@/components/record/diff/value";
import { isEmpty } from "@/lib/domain/record/empty";
import type { FieldSpec, ListSpec } from "@/lib/domain/record/fields";
import { byId, isItems } from "@/lib/domain/record/merge";
import type { Item } from "@/lib/domain/values/item";
import { isSame } from "@/lib/domain/values/same";

type Three = { seen: unknown; theirs: unknown; mine: unknown };

/**
 * Returns two people's values of a field, each with what the other lacks marked. A list has only the entries that both
 * changed.
 */
export function bothSides(
  spec: FieldSpec,
  values: Three,
  shown: Shown,
): [React.ReactNode, React.ReactNode] {
  const { theirs, mine } = values;
  if (spec.kind !== "list") return sidesWithEmpty(spec, theirs, mine, shown);
  const ids = itemsOfBoth(values);
  const side = (own: unknown, other: unknown, place: 0 | 1) => (
    <ul className="flex flex-col gap-3">
      {ids.map((id) => (
        <li key={id} className="border-line-strong border-l-2 pl-3">
          <ItemSide
            spec={spec}
            own={itemOf(own, id)}
            other={itemOf(other, id)}
            place={place}
            shown={shown}
          />
        </li>
      ))}
    </ul>
  );
  return [side(theirs, mine, 0), side(mine, theirs, 1)];
}

/** Returns the ids of the entries that both changed differently; when both changed the order, all that differ. */
function itemsOfBoth({ seen, theirs, mine }: Three): string[] {
  const ids = [theirs, mine].flatMap((list) => (isItems(list) ? list.map(({ id }) => id) : []));
  const different = [...new Set(ids)].filter((id) => !isSame(itemOf(theirs, id), itemOf(mine, id)));
  const both = different.filter(
    (id) =>
      !isSame(itemOf(seen, id), itemOf(theirs, id)) && !isSame(itemOf(seen, id), itemOf(mine, id)),
  );
  return both.length > 0 ? both : [...new Set(ids)];
}

function itemOf(list: unknown, id: string): Item | null {
  return isItems(list) ? byId(list, id) : null;
}

/** Shows one person's entry. Equal fields stay visible, because they identify the entry. */
function ItemSide({
  spec,
  own,
  other,
  place,
  shown,
}: {
  spec: ListSpec;
  own: Item | null;
  other: Item | null;
  place: 0 | 1;
  shown: Shown;
}) {
  const t = useTranslations("saving.conflict");
  if (!own) return <p className="text-muted">{t("absent")}</p>;
  return spec.item
    .filter(({ name }) => !isEmpty(own[name]) || !isEmpty(other?.[name] ?? null))
    .map((field) => {
      const values: [unknown, unknown] = [own[field.name], other?.[field.name] ?? null];
      const [left, right] = place === 0 ? values : values.toReversed();
      return (
        <div key={field.name}>
          <ItemLabel list={spec} field={field} />
          {sidesWithEmpty(field, left, right, shown)[place]}
        </div>
      );
    });
}

function sidesWithEmpty(
  spec: Parameters<typeof sidesOf>[0],
  theirs: unknown,
  mine: unknown,
  shown: Shown,
): [React.ReactNode, React.ReactNode] {
  if (isSame(theirs, mine)) {
    const same = <PlainValue spec={spec} value={mine} shown={shown} />;
    return [same, same];
  }
  const none = spec.kind === "readings" ? [] : "";
  const [left, right] = sidesOf(spec, theirs ?? none, mine ?? none, shown, ["ins", "ins"]);
  return [
    isEmpty(theirs) ? <Empty key="theirs" /> : left,
    isEmpty(mine) ? <Empty key="mine" /> : right,
  ];
}
