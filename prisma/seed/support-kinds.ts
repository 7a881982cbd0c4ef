import type { ProjectFields } from "@/lib/domain/record/project";

type SupportKind = ProjectFields["supportNeeded"][number]["kind"];

/**
 * What kind of support each wish of the plans asks for, read one by one: a plan writes free text, the tracker one of
 * eight kinds. Where a wish names two kinds, the first one counts.
 */
const kinds: Record<SupportKind, string[]> = {
  finance: [
    "PPP finance",
    "PPP partners and investment",
    "finance",
    "finance and technical help",
    "finance for low-cost housing",
    "foreign investment",
    "funding",
    "funding for operator",
    "funding to move vendors",
    "funds for hardware and software",
    "investment",
    "private funding",
  ],
  technical: [
    "CCTV analytics incl. face recognition",
    "ICT expertise",
    "ITS expertise",
    "infrastructure",
    "specialists",
    "technical",
    "technical advice",
    "technical help for urban mobility",
    "technical help from technology firms",
    "technical support for alert system",
    "traffic data help",
  ],
  advice: [
    "advice",
    "analytics advice",
    "consulting on traffic causes",
    "knowledge",
    "knowledge sharing",
    "master-planning help",
    "planning and design advice",
    "planning team from partners",
    "urban design advice",
  ],
  study: ["feasibility and transaction advice", "feasibility study and waste plan advice"],
  training: ["capacity building", "mentoring", "sector mentors", "training"],
  partner: ["payment system provider", "technology providers"],
  policy: ["political", "political will", "stakeholder coordination"],
  other: ["citizens", "promotion"],
};

const kindOf = new Map(
  Object.entries(kinds).flatMap(([kind, wishes]) =>
    wishes.map((wish) => [wish, kind as SupportKind] as const),
  ),
);

/** The kind of a wish; throws for a text that nobody has read yet. */
export function getSupportKind(wish: string): SupportKind {
  const kind = kindOf.get(wish);
  if (!kind) throw new Error(`Support without a kind: ${wish}`);
  return kind;
}
