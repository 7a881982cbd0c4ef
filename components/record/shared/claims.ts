import { useLocale, useTranslations } from "next-intl";
import { formatAmount } from "@/components/record/shared/amount";
import { useTextNames } from "@/components/record/shared/text-names";
import { formatIfDate } from "@/components/ui/partial-date";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { Names } from "@/lib/domain/values/names";

/** The fields of a project whose entries evidence can support; dates and amounts may be half-typed. */
export type Claimed = Pick<ProjectFields, "milestones" | "indicators" | "budget">;

export type ClaimOption = { id: string; name: string };

/**
 * Returns a function that names what a kind of claim can be of: each milestone, each reading of each indicator, or each
 * budget line.
 */
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

/** Returns a function that names all that evidence in a record can support, and all texts that can be translated. */
export function useClaimNames(): (fields: object) => Names {
  const optionsOf = useClaimOptions();
  const textsIn = useTextNames();
  return (fields) => {
    if (!("milestones" in fields)) return textsIn(fields);
    // The record is a project when it has milestones.
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
