import type { Tx } from "@/lib/db/client";
import { everywhere, nameKey } from "@/lib/domain/organisation/name";
import type { CityHistory, PartnerData } from "./history-data";
import { idOf } from "./ids";

/** What documents wrote in place of a name: a remark beside the name, two names in one, or a word for many. */
const notNames = new Set([
  "AASCTF (Australia, ADB)",
  "AASCTF (Australia/ADB)",
  "AMATA consortium",
  "JICA (bus operation project 2017-2022; traffic control centre)",
  "JICA (master plan, 2019)",
  "JICA and NGOs (2019)",
  "Jagoan Indonesia (incubator)",
  "Japan MLIT (SmartJAMP)",
  "Japan MLIT (feasibility study, completed March 2022)",
  "Japan MLIT and JTEC (SmartJAMP)",
  "KOICA (Korea)",
  "KOICA (resilience centre, 2019)",
  "Khon Kaen Municipality and local bodies",
  "Korea Environmental Industry and Technology Institute (pre-feasibility)",
  "Minebea Mitsumi (lighting, 2019)",
  "Ministry of Health (DHIS2)",
  "Ministry of Home Affairs (11th National Development Plan, per 2019 report)",
  "Ministry of Information and Communications (guidance)",
  "Ministry of Transport / OTP",
  "Region Centre-Val de Loire (France), 2019",
  "Republic of Korea (2018 plan)",
  "Ruangguru (2022)",
  "SmartJAMP",
  "World Bank (IBRD, CTF)",
  "police",
  "provincial government",
  "water regulatory body",
]);

/**
 * Adds the organisations that documents name as partners, with their names; those that are there keep what the
 * secretariat made of them. An organisation's own name and its key mean it everywhere. Another name of an organisation
 * of the network's countries ("Ministry of Transport", "MOT") means it in its own country alone.
 */
export async function addOrganisations(
  tx: Tx,
  history: CityHistory[],
  countryCodes: ReadonlySet<string>,
  now: Date,
): Promise<void> {
  const organisations = mergeOrganisations(history.flatMap(({ partners }) => partners));
  const there = await tx.organisation.findMany({ select: { slug: true } });
  const known = new Set(there.map(({ slug }) => slug));
  const added = organisations.filter(({ key }) => !known.has(key));
  await tx.organisation.createMany({
    data: added.map(({ key, name, kind, country }) => ({
      id: idOf("organisation", key),
      slug: key,
      name,
      kind,
      countryCode: country,
      changedAt: now,
    })),
  });
  const names = added.flatMap((organisation) => namesOf(organisation, countryCodes));
  await tx.organisationName.createMany({ data: names });
}

/**
 * Returns each organisation once, with the other names that it has in any city. Throws where two cities do not agree on
 * its name, kind or country.
 */
export function mergeOrganisations(partners: PartnerData[]): PartnerData[] {
  const byKey = new Map<string, PartnerData>();
  for (const partner of partners) {
    const { key, name, kind, country, aliases } = partner;
    const known = byKey.get(key) ?? { ...partner, aliases: [] };
    if (known.name !== name || known.kind !== kind || known.country !== country)
      throw new Error(`Two cities do not agree on the organisation ${key}`);
    byKey.set(key, { ...known, aliases: [...known.aliases, ...aliases] });
  }
  return [...byKey.values()];
}

function namesOf(
  { key: slug, name, country, aliases }: PartnerData,
  countryCodes: ReadonlySet<string>,
) {
  const within = country !== null && countryCodes.has(country) ? country : everywhere;
  const others = aliases.filter((alias) => !notNames.has(alias));
  // "JICA" is written so, and "jica" is how an address writes it.
  const written = others.find((alias) => nameKey(alias) === nameKey(slug)) ?? slug;
  const said = [
    { name, within: everywhere },
    { name: written, within: everywhere },
    ...others.map((alias) => ({ name: alias, within })),
  ].map((row) => ({ ...row, key: nameKey(row.name), organisationId: idOf("organisation", slug) }));
  const isEverywhere = (key: string) =>
    said.some((row) => row.key === key && row.within === everywhere);
  const needed = said.filter((row) => row.within === everywhere || !isEverywhere(row.key));
  // The first spelling stands.
  return [...new Map(needed.toReversed().map((row) => [`${row.key} ${row.within}`, row])).values()];
}
