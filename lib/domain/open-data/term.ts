import * as z from "zod";
import { field } from "@/lib/domain/open-data/field";

const text = z.string();
const reference = { source: "reference" } as const;

/** The schema of a focus area or an outcome of the framework. */
export const termData = z
  .object({
    slug: field(text, "Its address, and how projects name it.", { source: "tracker" }),
    name: field(text, "Its name.", reference),
    description: field(text, "What the framework says of it.", reference),
    source: field(text, "Where the framework is read (address).", reference),
  })
  .meta({ id: "Term" });

/** The schema of a country of the network. */
export const countryData = z
  .object({
    code: field(text, "ISO 3166-1 alpha-2.", reference),
    name: field(text, "Its name in English.", reference),
  })
  .meta({ id: "Country" });
