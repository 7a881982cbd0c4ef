import * as z from "zod";
import { field } from "@/lib/domain/open-data/field";
import { organisationKinds } from "@/lib/domain/organisation/kinds";

const text = z.string();
const tracker = { source: "tracker" } as const;
const secretariat = { source: "secretariat" } as const;

const facts = {
  key: field(text, "The last part of the address of its page; never changes.", tracker),
  name: field(text, "Its name.", secretariat),
  kind: field(z.enum(organisationKinds), "What it is.", secretariat),
  country: field(
    text.nullable(),
    "ISO 3166-1 alpha-2; null for an organisation of several countries.",
    secretariat,
  ),
};

/** The schema of the organisation that a partner's name means; null where it means none. */
export const meantOrganisation = field(
  z.object(facts).nullable(),
  "The organisation that the name means, as names are matched today; null if it means none.",
  secretariat,
);

/** The schema of an organisation with its names. */
export const organisationData = z
  .object({
    ...facts,
    names: field(
      z.array(
        z.object({
          name: field(text, "A name by which projects may name it.", secretariat),
          onlyIn: field(
            text.nullable(),
            "The country in whose projects alone the name means it (ISO 3166-1 alpha-2); null for all.",
            secretariat,
          ),
        }),
      ),
      "The names by which partners are matched to it.",
      secretariat,
    ),
  })
  .meta({ id: "Organisation" });
