import { randomUUID } from "node:crypto";
import { makeOrganisation } from "@/lib/commands/organisation/make-organisation";
import { database } from "@/lib/db/client";
import type { Cast } from "@/tests/support/cast";
import { must } from "@/tests/support/factories";

/** Returns what the form of an organisation sends. */
export function anOrganisationForm(
  changes: Partial<Record<"name" | "kind" | "countryCode" | "otherNames", string>> = {},
) {
  return {
    name: `An organisation ${randomUUID()}`,
    kind: "donor",
    countryCode: "JP",
    otherNames: "",
    ...changes,
  };
}

/** Returns an organisation that a reviewer made. */
export async function anOrganisation(
  cast: Pick<Cast, "reviewer">,
  changes: Parameters<typeof anOrganisationForm>[0] = {},
) {
  const { organisationId } = must(
    await makeOrganisation(cast.reviewer, anOrganisationForm(changes)),
  );
  return database().organisation.findUniqueOrThrow({ where: { id: organisationId } });
}
