import { useLocale, useTranslations } from "next-intl";
import { formatAmount } from "@/components/record/shared/amount";
import { useTextNames } from "@/components/record/shared/text-names";
import { formatIfDate } from "@/components/ui/partial-date";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { Names } from "@/lib/domain/values/names";

/** The fields of a project that evidence may be of a part of; as typed, so dates and amounts may be none yet. */
export type Claimed = Pick<ProjectFields, "milestones" | "indicators" | "budget">;

export type ClaimOption = { id: string; name: string };

/** Names what a claim may be of: the milestones for a milestone, for a reading each reading of each indicator. */
export function useClaimOptions(): (claim: unknown, fields: Claimed) => ClaimOption[] {
  const t = useTranslations("choices.budgetKind");
  const locale = useLocale();
  const naming: Record<string, (fields: Claimed) => ClaimOption[]> = {
    milestone: ({ milestones }) => milestones.map(({ id, title }) => ({ id, name: title })),
    reading: ({ indicators }) =>
      indicators.flatMap((indicator) =>
        indicator.readings.map(({ id, on, value }) => ({
          id,
          name: joined([indicator.name, formatIfDate(on, locale), value, indicator.unit]),
        })),
      ),
    budget: ({ budget }) =>
      budget.map((line) => ({
        id: line.id,
        name: joined([
          line.kind && t(line.kind),
          line.amount && formatAmount(line.amount, line.currency, locale),
          line.year,
        ]),
      })),
  };
  return (claim, fields) => naming[String(claim)]?.(fields) ?? [];
}

/**
 * Returns the names of everything in a record that evidence may be of, and of the texts that stand in other languages
 * too.
 */
export function useClaimNames(): (fields: object) => Names {
  const optionsOf = useClaimOptions();
  const textsIn = useTextNames();
  return (fields) => {
    if (!("milestones" in fields)) return textsIn(fields);
    // The fields of a record are a project's when it has milestones.
    const claimed = fields as Claimed;
    const options = ["milestone", "reading", "budget"].flatMap((claim) =>
      optionsOf(claim, claimed),
    );
    const names = options.map(({ id, name }) => [id, { text: name, href: null }]);
    return { ...Object.fromEntries(names), ...textsIn(fields) };
  };
}

function joined(parts: (string | number | null)[]) {
  return parts.filter((part) => part !== null && part !== "").join(" · ");
}
