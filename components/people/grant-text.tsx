import { useTranslations } from "next-intl";
import type { Role } from "@/lib/domain/people/roles";

/** Shows a role and where it holds, in words: "Lead, Phuket", "Representative (alternate), Thailand". */
export function GrantText({
  grant,
}: {
  grant: {
    role: Role;
    isAlternate?: boolean;
    city: { name: string } | null;
    country: { name: string } | null;
  };
}) {
  const t = useTranslations();
  const place = grant.city ?? grant.country;
  const role = grant.isAlternate
    ? t("people.alternate", { role: t(`choices.role.${grant.role}`) })
    : t(`choices.role.${grant.role}`);
  return place ? `${role}, ${place.name}` : role;
}
