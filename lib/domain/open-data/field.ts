import * as z from "zod";
import { toWord } from "@/lib/domain/open-data/word";

/** The sources of values in open data. */
export const dataSources = {
  city: "of the edition: stated by the city, or read by this tracker from documents, as its origin says",
  secretariat: "written by the secretariat",
  tracker: "given by this tracker when it published the edition",
  computed: "computed by this tracker, as /en/numbers says",
  assessed: "assessed by this tracker from the document named; not stated by the city",
  reference: "reference data of this tracker, each with its source",
} as const;

type DataSource = keyof typeof dataSources;

/** Adds the meaning, unit and source of a field to its schema, for the data dictionary and OpenAPI. */
export function field<T extends z.ZodType>(
  schema: T,
  meaning: string,
  { source = "city", unit }: { source?: DataSource; unit?: string } = {},
): T {
  return schema.meta({
    description: meaning,
    "x-source": source,
    ...(unit !== undefined && { "x-unit": unit }),
  });
}

/** Returns the schema of one of these choices, in the spelling of open data. */
export function choice(values: readonly string[]) {
  return z.enum(values.map(toWord));
}

/** Returns the schema of a list of objects whose ids stay the same from edition to edition. */
export function listWithIds<S extends z.ZodRawShape>(shape: S) {
  const id = field(z.uuid(), "Stays the same from edition to edition.", { source: "tracker" });
  return z.array(z.object({ id, ...shape }));
}

export const partialDateText = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u)
  .nullable();

export const decimalPattern = /^\d{1,15}(\.\d{1,4})?$/u;

/** An exact decimal as text, such as 1250000.50. */
export const decimalText = z.string().regex(decimalPattern).nullable();

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
