import * as z from "zod";
import { organisationKinds } from "@/lib/domain/organisation/kinds";
import { everywhere, nameKey } from "@/lib/domain/organisation/name";
import { line, text } from "@/lib/domain/values/text";

/** A name with the country in whose projects alone it means its organisation; `everywhere` for all. */
export type ScopedName = { name: string; within: string };

const maxNames = 100;

/** The schema of a name that somebody gives: with a letter or a digit, by which it can be compared. */
const givenName = line(300)
  .refine((name) => name !== "", "missing")
  .refine((name) => name === "" || nameKey(name) !== "", "nameless");

/** The schema of the code of any country, or an empty text for none. */
const countryCode = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => code === "" || isCountry(code), "unknown_country");

/** The schema of other names, one on each line: "MOT | TH" means its organisation in projects of Thailand alone. */
const otherNames = text(20_000)
  .transform(parseNames)
  .refine((names) => names.length <= maxNames, "too_many_items")
  .refine((names) => names.every(({ name }) => givenName.safeParse(name).success), "nameless");

/** The schema of an organisation as the secretariat writes it. */
export const organisationForm = z.object({
  name: givenName,
  kind: z.enum(organisationKinds, "unknown_choice"),
  countryCode: countryCode.transform((code) => code || null),
  otherNames,
});

/** The schema of a partner's name as a project writes it, in the projects of one country. */
export const writtenName = { name: givenName, within: z.string().regex(/^[A-Z]{2}$/u) };

/** The schema of the name by which somebody selects an organisation. */
export const selectedOrganisation = line(300).refine((name) => name !== "", "missing");

function parseNames(typed: string): ScopedName[] {
  return typed.split("\n").flatMap((row) => {
    const [, name = row, within = everywhere] = /^(.*)\|\s*([A-Za-z]{2})\s*$/u.exec(row) ?? [];
    return name.trim() === "" ? [] : { name: name.trim(), within: within.toUpperCase() };
  });
}

/** Returns names as the form shows them, one on each line. */
export function writeNames(names: ScopedName[]): string {
  return names
    .map(({ name, within }) => (within === everywhere ? name : `${name} | ${within}`))
    .join("\n");
}

function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/u.test(code)) return false;
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  return names.of(code) !== undefined;
}
