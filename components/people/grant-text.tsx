import { useTranslations } from "next-intl";
import type { Role } from "@/lib/domain/actor";

/** A role and where it holds, in words: "Lead, Phuket". */
export function GrantText({
  grant,
}: {
  grant: { role: Role; city: { name: string } | null; country: { name: string } | null };
}) {
  const t = useTranslations("choices.role");
  const place = grant.city ?? grant.country;
  return place ? `${t(grant.role)}, ${place.name}` : t(grant.role);
}
