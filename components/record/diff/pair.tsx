import { useTranslations } from "next-intl";
import {
  Empty,
  languageOf,
  PlainValue,
  type Reading,
  ReadingText,
  type Shown,
  type SideLabels,
} from "@/components/record/diff/value";
import {
  ChangedText,
  compareWords,
  MarkedText,
  type Stretch,
  shortened,
} from "@/components/record/diff/words";
import { isEmpty } from "@/lib/domain/record/empty";
import type { NamedValue } from "@/lib/domain/record/fields";
import { growthOf } from "@/lib/domain/values/growth";
import type { Item } from "@/lib/domain/values/item";
import { shiftOf } from "@/lib/domain/values/partial-date";
import { isSame } from "@/lib/domain/values/same";

/**
 * Shows two cells side by side; on a narrow screen they stand below each other, each with its name. A side that is null
 * takes no room.
 */
export function Pair({
  before,
  after,
  sides,
}: {
  before: React.ReactNode;
  after: React.ReactNode;
  sides: SideLabels | undefined;
}) {
  const t = useTranslations("diff");
  return (
    <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
      <Side label={sides?.before ?? t("before")}>{before}</Side>
      <Side label={sides?.after ?? t("after")}>{after}</Side>
    </div>
  );
}

/** Shows an equal value in both cells; screen readers and narrow screens have it once. */
export function Unchanged({ children }: { children: React.ReactNode }) {
  return (
    <div className="grid gap-x-6 sm:grid-cols-2">
      <div className="min-w-0">{children}</div>
      <div aria-hidden="true" className="hidden min-w-0 sm:block">
        {children}
      </div>
    </div>
  );
}

function Side({ label, children }: { label: string; children: React.ReactNode }) {
  if (children === null) return <div className="hidden sm:block" />;
  return (
    <div className="min-w-0">
      <p className="text-muted text-small sm:sr-only">{label}</p>
      {children}
    </div>
  );
}

/** Shows one changed value on both sides: texts with the changed words marked, any other value as a whole. */
export function ValueDiff({
  spec,
  before,
  after,
  items,
  shown,
  label,
}: {
  spec: NamedValue;
  before: unknown;
  after: unknown;
  /** The items to which the values belong. */
  items?: [before: Item, after: Item];
  shown: Shown;
  /** The label before the value on each side. */
  label?: React.ReactNode;
}) {
  const [left, right] = sidesOf(spec, before, after, shown, ["del", "ins"], items);
  return (
    <Pair
      sides={shown.sides}
      before={
        <div>
          {label}
          {isEmpty(before) ? <Empty /> : left}
        </div>
      }
      after={
        <div>
          {label}
          {isEmpty(after) ? <Empty /> : right}
          {spec.kind === "date" && <Moved from={before} to={after} />}
          {(spec.kind === "number" || spec.kind === "decimal") && (
            <Grown from={before} to={after} locale={shown.locale} />
          )}
        </div>
      }
    />
  );
}

type Tag = "del" | "ins";

/** Returns both sides of a changed value, each with what the other lacks marked by its tag. */
export function sidesOf(
  spec: NamedValue,
  before: unknown,
  after: unknown,
  shown: Shown,
  [gone, come]: [Tag, Tag],
  items?: [before: Item, after: Item],
) {
  if (spec.kind === "line" || spec.kind === "text" || spec.kind === "markdown") {
    const [left, right] = compareWords(String(before), String(after));
    const cut = (stretches: Stretch[]) =>
      shown.around === undefined ? stretches : shortened(stretches, shown.around);
    return [
      <span key="before" lang={languageOf(items?.[0])}>
        <MarkedText stretches={cut(left)} as={gone} />
      </span>,
      <span key="after" lang={languageOf(items?.[1])}>
        <MarkedText stretches={cut(right)} as={come} />
      </span>,
    ];
  }
  if (spec.kind === "readings") {
    return [
      <Readings key="before" all={before} others={after} as={gone} locale={shown.locale} />,
      <Readings key="after" all={after} others={before} as={come} locale={shown.locale} />,
    ];
  }
  return [
    <ChangedText key="before" as={gone}>
      <PlainValue spec={spec} value={before} item={items?.[0]} shown={shown} />
    </ChangedText>,
    <ChangedText key="after" as={come}>
      <PlainValue spec={spec} value={after} item={items?.[1]} shown={shown} />
    </ChangedText>,
  ];
}

/** Shows an indicator's readings; those that the other side does not have are marked. */
function Readings({
  all,
  others,
  as,
  locale,
}: {
  all: unknown;
  others: unknown;
  as: Tag;
  locale: string;
}) {
  // Both come from a record that its schema parsed.
  const [readings, other] = [all as Reading[], others as Reading[]];
  return (
    <ul className="tabular-nums">
      {readings.map((reading) => {
        const text = <ReadingText reading={reading} locale={locale} />;
        const isKept = other.some((candidate) => isSame(candidate, reading));
        return (
          <li key={reading.id}>{isKept ? text : <ChangedText as={as}>{text}</ChangedText>}</li>
        );
      })}
    </ul>
  );
}

/** Shows the change of a number, with per cent of the earlier value when it is not 0: "+250 (+20 %)". */
function Grown({ from, to, locale }: { from: unknown; to: unknown; locale: string }) {
  const growth = growthOf(from, to);
  if (!growth) return null;
  const signed = { signDisplay: "exceptZero", maximumFractionDigits: 6 } as const;
  const difference = new Intl.NumberFormat(locale, signed).format(growth.difference as never);
  const percent =
    growth.percent !== null &&
    new Intl.NumberFormat(locale, { ...signed, maximumFractionDigits: 1 }).format(growth.percent);
  return (
    <span className="text-muted">
      {` · ${difference}`}
      {percent && ` (${percent} %)`}
    </span>
  );
}

/** Shows how far a date moved: "6 months later". */
function Moved({ from, to }: { from: unknown; to: unknown }) {
  const t = useTranslations("diff.moved");
  if (typeof from !== "string" || typeof to !== "string") return null;
  const shift = shiftOf(from, to);
  if (!shift) return null;
  const count = Math.abs(shift.count);
  return (
    <span className="text-muted">
      {" · "}
      {t(shift.count > 0 ? "later" : "earlier", { count, unit: shift.unit })}
    </span>
  );
}
