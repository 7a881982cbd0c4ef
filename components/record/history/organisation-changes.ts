import { useTranslations } from "next-intl";
import { hasMessage } from "@/lib/domain/language/messages";

type Detail = Record<string, unknown>;

/** Returns the function that says what a change of an organisation changed, in one line. */
export function useOrganisationChanges(): (detail: Detail) => string {
  const t = useTranslations("timeline.organisation");
  const kinds = useTranslations("choices.partnerKind");
  return ({ before, after, added, removed }) => {
    const [from, to] = [toFacts(before), toFacts(after)];
    const kindOf = (kind: string) => (hasMessage(kinds, kind) ? kinds(kind) : kind);
    const said = [
      from.name !== to.name && t("name", { before: from.name, after: to.name }),
      from.kind !== to.kind && t("kind", { before: kindOf(from.kind), after: kindOf(to.kind) }),
      from.country !== to.country &&
        t("country", {
          before: from.country || t("noCountry"),
          after: to.country || t("noCountry"),
        }),
      toList(added).length > 0 && t("added", { names: toList(added).join(", ") }),
      toList(removed).length > 0 && t("removed", { names: toList(removed).join(", ") }),
    ].filter((words) => words !== false);
    return said.length > 0 ? said.join("; ") : t("nothing");
  };
}

function toFacts(said: unknown) {
  const facts = (said ?? {}) as Detail;
  return {
    name: String(facts["name"] ?? ""),
    kind: String(facts["kind"] ?? ""),
    country: String(facts["countryCode"] ?? ""),
  };
}

function toList(said: unknown): string[] {
  return Array.isArray(said) ? said.map(String) : [];
}
