import * as z from "zod";
import { field, sha256 } from "@/lib/domain/open-data/field";
import { editionOrigins } from "@/lib/domain/record/origin";

const tracker = { source: "tracker" } as const;

/** The fields that identify an edition. */
export const editionShape = {
  edition: field(z.int().min(1), "Number of the edition, from 1.", tracker),
  effectiveOn: field(z.iso.date(), "The date from which the information is valid.", tracker),
  publishedAt: field(z.iso.datetime(), "When the edition was published.", {
    ...tracker,
    unit: "UTC",
  }),
  hash: field(
    sha256,
    "SHA-256 over the edition's content in canonical form (RFC 8785), hexadecimal.",
    tracker,
  ),
  origin: field(
    z.enum(editionOrigins),
    "Whose words it holds: documents if this tracker read it from documents and the city has not confirmed it, city if the city stated it.",
    tracker,
  ),
  correction: field(
    z.string().nullable(),
    "What the secretariat corrected of the spelling; null for every other edition.",
    { source: "secretariat" },
  ),
};

const contentOf = (kinds: ["project"] | ["plan", "project"]) =>
  field(
    z.object({
      schemaVersion: z.literal([1, 2, 3, 4]),
      kind: z.enum(kinds),
      fields: z.record(z.string(), z.unknown()),
    }),
    "The fields as they were published, spelled as they are kept: what the hash is made of.",
  );

/** The schema of one edition of a project with its content, from which the hash is computed. */
export const editionData = z
  .object({ ...editionShape, content: contentOf(["project"]) })
  .meta({ id: "Edition" });

/** The schema of one edition of any record with its content and its owner. */
export const ownedEditionData = z.object({
  id: field(z.uuid(), "Id of the plan or project.", tracker),
  city: field(z.string(), "Slug of its city.", tracker),
  slug: field(z.string(), "Its address below its city's.", tracker),
  ...editionShape,
  content: contentOf(["plan", "project"]),
});
