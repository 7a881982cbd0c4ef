import * as z from "zod";
import { field, sha256 } from "@/lib/domain/open-data/field";
import { countsData } from "@/lib/domain/open-data/summary";

const text = z.string();
const secretariat = { source: "secretariat" } as const;
const tracker = { source: "tracker" } as const;

/** The schema of a frozen report. */
export const reportData = z
  .object({
    slug: field(text, "Its address.", tracker),
    name: field(text, "What it is called.", secretariat),
    asOf: field(z.iso.date(), "The date of the report.", secretariat),
    projects: field(countsData, "What its newest freeze counts.", { source: "computed" }),
    freezes: field(
      z.array(
        z.object({
          number: field(
            z.int().min(1),
            "Version number, from 1; each further version corrects the one before.",
            tracker,
          ),
          frozenAt: field(z.iso.datetime(), "When.", { ...tracker, unit: "UTC" }),
          correction: field(text, "What was corrected; empty in the first.", secretariat),
          hash: field(
            sha256,
            "SHA-256 over [record, edition number, edition hash] of its editions in canonical form (RFC 8785), sorted by record.",
            tracker,
          ),
          files: field(
            z.record(z.string(), text),
            "Where its files lie, by their endings.",
            tracker,
          ),
        }),
      ),
      "Its published versions, newest first.",
      tracker,
    ),
  })
  .meta({ id: "Report" });

/** The schema of the head of one chain of the history when it was published. */
export const chainHeadData = z
  .object({
    day: field(z.iso.date(), "The day.", tracker),
    chain: field(text, "Slug of a city, or `network`.", tracker),
    place: field(z.int(), "Number of the last entry.", tracker),
    hash: field(sha256, "SHA-256 of the last entry, hexadecimal.", tracker),
    rowsPlace: field(z.int(), "How many digests of rows of the history there were.", tracker),
    rowsHash: field(sha256, "SHA-256 of the last digest of a row, hexadecimal.", tracker),
    publishedAt: field(z.iso.datetime(), "When it was published.", { ...tracker, unit: "UTC" }),
  })
  .meta({ id: "ChainHead" });
