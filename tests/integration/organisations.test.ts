import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { changeOrganisation } from "@/lib/commands/organisation/change-organisation";
import { leavePartnerName } from "@/lib/commands/organisation/leave-partner-name";
import { makeOrganisation } from "@/lib/commands/organisation/make-organisation";
import { matchPartnerName } from "@/lib/commands/organisation/match-partner-name";
import { mergeOrganisations } from "@/lib/commands/organisation/merge-organisations";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { withholdRecord } from "@/lib/commands/review/withhold-record";
import { database } from "@/lib/db/client";
import { listCitiesWithWrongDerivedRows } from "@/lib/db/derived-check";
import { anyCountryNameIn } from "@/lib/domain/language/country-name";
import { writeNames } from "@/lib/domain/organisation/form";
import { meantBy, nameKey } from "@/lib/domain/organisation/name";
import { partnerSlug } from "@/lib/domain/organisation/partner";
import { readEditionContent } from "@/lib/domain/record/edition";
import { listOrganisationHistory } from "@/lib/queries/organisation/history";
import {
  findOrganisationToChange,
  listOrganisations,
} from "@/lib/queries/organisation/organisations";
import { findPartnerChoices } from "@/lib/queries/organisation/partner-choices";
import { listOfferedPartnerNames } from "@/lib/queries/organisation/partner-names";
import { findMark } from "@/lib/queries/public/mark";
import { meantSlug } from "@/lib/queries/public/organisations";
import { findPartner } from "@/lib/queries/public/partners";
import { listPublicPlaces } from "@/lib/queries/public/places";
import { findProjectById } from "@/lib/queries/public/project";
import { countProjects, listPublicProjects } from "@/lib/queries/public/projects";
import { placesOf } from "@/lib/site/known-places.mjs";
import { oneAddress } from "@/lib/site/one-address.mjs";
import cities from "@/prisma/seed/data/cities.json";
import { readHistory } from "@/prisma/seed/history-data";
import { mergeOrganisations as mergeData } from "@/prisma/seed/organisations";
import { type Cast, getCast } from "@/tests/support/cast";
import { aReadyProject, must, typeInto } from "@/tests/support/factories";
import { anOrganisation, anOrganisationForm } from "@/tests/support/organisations";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

/** Publishes a project of Phuket that names these partners; returns its id. */
async function aProjectNaming(...names: string[]): Promise<string> {
  const recordId = await aReadyProject(cast);
  const partners = names.map((name) => ({ id: randomUUID(), name, kind: null, role: "Helps" }));
  await typeInto(cast, recordId, { partners: [[], partners] });
  const sent = must(await submitRecord(cast.leadOfPhuket, { recordId }));
  must(await approveSubmission(cast.reviewer, sent));
  return recordId;
}

async function meantIn(recordId: string): Promise<(string | null)[]> {
  const project = await findProjectById(recordId, null);
  return (project?.fields.partners ?? []).map(({ id }) => project?.organisations[id]?.slug ?? null);
}

/** What the form of a project in a country knows of partners' names. */
async function choicesIn(country: string) {
  return (await findPartnerChoices(cast.editorOfPhuket, { country })) ?? [];
}

const aName = (what: string) => `${what} ${randomUUID()}`;

describe("the organisations of the seed", () => {
  test("are those of the documents, each once, with kind and country", async () => {
    const said = mergeData(readHistory().flatMap(({ partners }) => partners));
    const rows = await database().organisation.findMany({
      where: { slug: { in: said.map(({ key }) => key) } },
    });
    expect(said.length).toBeGreaterThan(100);
    const facts = ({ slug, name, kind, countryCode }: (typeof rows)[number]) =>
      [slug, name, kind, countryCode].join();
    expect(rows.map(facts).sort()).toEqual(
      said.map(({ key, name, kind, country }) => [key, name, kind, country].join()).sort(),
    );
  });

  test("are meant by every partner that any edition names, each by exactly one", async () => {
    const meanings = await database().organisationName.findMany({
      select: { key: true, within: true, organisation: { select: { slug: true, name: true } } },
    });
    const editions = await database().edition.findMany({
      where: { kind: "project", submissionId: null },
      select: { content: true, city: { select: { countryCode: true } } },
    });
    const named = editions.flatMap(({ content, city }) => {
      const read = readEditionContent(content);
      const partners = read.kind === "project" ? read.fields.partners : [];
      return partners.map(({ name }) => ({ name, countryCode: city.countryCode }));
    });
    expect(named.length).toBeGreaterThan(200);
    const astray = named.filter(
      ({ name, countryCode }) => meantBy(meanings, name, countryCode)?.name !== name,
    );
    expect(astray).toEqual([]);
  });

  test("are meant by the other names of the documents, where those are names", async () => {
    const choices = await choicesIn("TH");
    expect(meantBy(choices, "J.I.C.A.", "TH")?.name).toBe(
      "Japan International Cooperation Agency (JICA)",
    );
    expect(meantBy(choices, "MOT", "TH")?.name).toBe("Ministry of Transport of Thailand");
    expect(meantBy(choices, "police", "TH")).toBeNull();
    expect(await findPartnerChoices(cast.reviewer, { country: "thailand" })).toBeNull();
    const ofMalaysia = await choicesIn("MY");
    expect(meantBy(ofMalaysia, "mot", "MY")?.name).toBe("Ministry of Transport of Malaysia");
  });

  test("do not agree where two files say different things of one key", () => {
    const one = { key: "a", name: "A", kind: "bank", country: null, aliases: ["B"] } as const;
    const other = { ...one, aliases: ["C"] };
    expect(
      mergeData([one, other].map((each) => ({ ...each, aliases: [...each.aliases] }))),
    ).toEqual([{ ...one, aliases: ["B", "C"] }]);
    expect(() =>
      mergeData([
        { ...one, aliases: [] },
        { ...one, kind: "donor", aliases: [] },
      ]),
    ).toThrow("a");
  });

  test("have countries that are called as the network calls its own", () => {
    for (const { countryCode, country } of cities)
      expect(anyCountryNameIn("en", countryCode)).toBe(country);
    expect(anyCountryNameIn("en", "JP")).toBe("Japan");
    expect(anyCountryNameIn("id", "JP")).toBe("Jepang");
  });
});

describe("a partner's name", () => {
  test("that means none stands as it is written, is offered, and when matched helps older editions too", async () => {
    const [written, organisation] = [aName("The Bank"), await anOrganisation(cast)];
    const recordId = await aProjectNaming(written);
    const { slug } = organisation;
    const old = partnerSlug(written);
    expect(await meantIn(recordId)).toEqual([null]);
    expect(await findPartner(old)).toEqual({ name: written, organisation: null });
    const offered = (await listOfferedPartnerNames(cast.reviewer)).offered;
    expect(offered.find(({ name }) => name === written)).toMatchObject({
      countryCode: "TH",
      projects: 1,
      example: { href: expect.stringMatching(/^\/en\/cities\/phuket\/projects\//u) },
    });
    const before = await findMark();

    const asked = { name: written, within: "TH", organisation: organisation.name };
    must(await matchPartnerName(cast.reviewer, asked, new Date(Date.now() + 1000)));

    expect(await meantIn(recordId)).toEqual([slug]);
    expect((await findMark()).changedAt.getTime()).toBeGreaterThan(before.changedAt.getTime());
    expect(await findPartner(old)).toBeNull();
    expect(await meantSlug(old)).toBe(slug);
    for (const partner of [old, slug])
      expect(await listPublicProjects({ partner }, { asOf: null, limit: 5 })).toMatchObject({
        projects: [{ id: recordId }],
      });
    expect(
      await listPublicProjects({ q: organisation.name }, { asOf: null, limit: 5 }),
    ).toMatchObject({ projects: [{ id: recordId }], isClose: false });
    const places = placesOf(await listPublicPlaces());
    expect(oneAddress(`/en/partners/${old}`, places)).toBe(`/en/partners/${slug}`);
    const edition = await database().edition.findFirstOrThrow({ where: { recordId } });
    expect(edition.content).toMatchObject({ fields: { partners: [{ name: written }] } });
    const [entry] = await listOrganisationHistory(cast.reviewer, slug);
    expect(entry).toMatchObject({
      kind: "partner_name_matched",
      detail: { written, within: "TH" },
    });
    expect(await matchPartnerName(cast.reviewer, asked)).toMatchObject({
      refusal: { code: "wrong_state", reason: "name_matched" },
    });
    expect(await listCitiesWithWrongDerivedRows()).toEqual([]);
  });

  test("is matched in its own country alone, or in every one", async () => {
    const [inThailand, everywhere] = [aName("Agency"), aName("Agency")];
    const organisation = (await anOrganisation(cast)).name;
    must(await matchPartnerName(cast.reviewer, { name: inThailand, within: "TH", organisation }));
    const more = { name: everywhere, within: "TH", organisation, isEverywhere: "on" };
    must(await matchPartnerName(cast.administrator, more));
    for (const [name, isMeant] of [
      [inThailand, false],
      [everywhere, true],
    ] as const) {
      const choices = await choicesIn("VN");
      expect(meantBy(choices, name, "VN")?.name === organisation).toBe(isMeant);
    }
  });

  test("that names one organisation twice is one partner", async () => {
    const organisation = await anOrganisation(cast, { otherNames: aName("Short") });
    const [other] =
      (await findOrganisationToChange(cast.reviewer, organisation.id))?.otherNames ?? [];
    const recordId = await aProjectNaming(organisation.name, String(other?.name));
    expect(await meantIn(recordId)).toEqual([organisation.slug, organisation.slug]);
    expect(await countProjects({ partner: organisation.slug }, { asOf: null, max: 5 })).toBe(1);
  });

  test("that is left is offered no more, and can still be matched", async () => {
    const name = aName("Some friends");
    const recordId = await aProjectNaming(name);
    must(await leavePartnerName(cast.reviewer, { name, within: "TH" }));
    const { offered, left } = await listOfferedPartnerNames(cast.reviewer);
    const has = (names: { name: string }[]) => names.some((each) => each.name === name);
    expect([has(offered), has(left)]).toEqual([false, true]);
    expect(await findPartner(partnerSlug(name))).toMatchObject({ name, organisation: null });

    const { slug, name: organisation } = await anOrganisation(cast);
    must(await matchPartnerName(cast.reviewer, { name, within: "TH", organisation }));
    expect(await meantIn(recordId)).toEqual([slug]);
    expect(await leavePartnerName(cast.reviewer, { name, within: "TH" })).toMatchObject({
      refusal: { code: "wrong_state" },
    });
  });

  test("is offered once it is submitted, and never from a draft or a withheld project", async () => {
    const names = async () =>
      (await listOfferedPartnerNames(cast.reviewer)).offered.map(({ name }) => name);
    const name = aName("Not yet");
    const recordId = await aReadyProject(cast);
    await typeInto(cast, recordId, {
      partners: [[], [{ id: randomUUID(), name, kind: null, role: "" }]],
    });
    expect(await names()).not.toContain(name);
    const sent = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    expect(await names()).toContain(name);
    must(await approveSubmission(cast.reviewer, sent));
    must(await withholdRecord(cast.reviewer, { recordId, reason: "Asked", notice: "Not now" }));
    expect(await names()).not.toContain(name);
    expect(await findPartner(partnerSlug(name))).toBeNull();
    expect((await listOfferedPartnerNames(cast.leadOfPhuket)).offered).toEqual([]);
  });

  test("chooses an organisation that there is", async () => {
    const asked = { name: aName("X"), within: "TH", organisation: aName("Nobody") };
    expect(await matchPartnerName(cast.reviewer, asked)).toMatchObject({
      refusal: { code: "invalid", fields: { organisation: [{ key: "unknown_organisation" }] } },
    });
  });
});

describe("an organisation", () => {
  test("is made of a name that a project writes", async () => {
    const written = aName("Écôle of Boats");
    const recordId = await aProjectNaming(written);
    const name = aName("School of Boats of Thailand");
    const { slug } = must(
      await makeOrganisation(
        cast.reviewer,
        anOrganisationForm({
          name,
          kind: "university",
          countryCode: "TH",
          otherNames: `${written} | TH`,
        }),
      ),
    );
    expect(slug).toBe(partnerSlug(name));
    expect(await meantIn(recordId)).toEqual([slug]);
    expect(await findPartner(slug)).toMatchObject({
      name,
      organisation: {
        kind: "university",
        names: expect.arrayContaining([{ name: written, within: "TH" }]),
      },
    });
    expect(await listOrganisationHistory(cast.reviewer, slug)).toMatchObject([
      { kind: "organisation_made", detail: { title: name } },
    ]);
    expect((await listOrganisations(cast.reviewer, { q: written })).organisations).toMatchObject([
      { name },
    ]);
  });

  test("takes no name that means another one", async () => {
    const { name } = await anOrganisation(cast);
    const same = anOrganisationForm({ name: name.toUpperCase() });
    expect(await makeOrganisation(cast.reviewer, same)).toMatchObject({
      refusal: { code: "invalid", fields: { name: [{ key: "name_of_other" }] } },
    });
    const other = anOrganisationForm({ otherNames: `${aName("A")}\n${name}` });
    expect(await makeOrganisation(cast.reviewer, other)).toMatchObject({
      refusal: { fields: { otherNames: [{ key: "name_of_other" }] } },
    });
    const outside = anOrganisationForm({ otherNames: `${aName("A")} | JP` });
    expect(await makeOrganisation(cast.reviewer, outside)).toMatchObject({
      refusal: { fields: { otherNames: [{ key: "country_outside" }] } },
    });
  });

  test("is changed: its address and its name before stay, and a name taken away means nothing", async () => {
    const [kept, dropped] = [aName("Kept"), aName("Dropped")];
    const made = await anOrganisation(cast, { otherNames: `${kept}\n${dropped}` });
    const recordId = await aProjectNaming(made.name, kept, dropped);
    const name = aName("New name");
    const asked = {
      ...anOrganisationForm({ name, kind: "bank", countryCode: "", otherNames: kept }),
      organisationId: made.id,
      changedAt: made.changedAt.toISOString(),
    };
    must(await changeOrganisation(cast.reviewer, asked, new Date(Date.now() + 1000)));

    expect(await meantIn(recordId)).toEqual([made.slug, made.slug, null]);
    expect(await findPartner(made.slug)).toMatchObject({
      name,
      organisation: { kind: "bank", countryCode: null },
    });
    const [entry] = await listOrganisationHistory(cast.reviewer, made.slug);
    expect(entry).toMatchObject({
      kind: "organisation_changed",
      detail: {
        before: { name: made.name, kind: "donor", countryCode: "JP" },
        after: { name, kind: "bank", countryCode: null },
        removed: [dropped],
      },
    });
    expect(await changeOrganisation(cast.reviewer, asked)).toEqual({
      ok: false,
      refusal: { code: "conflict" },
    });
    const now = await findOrganisationToChange(cast.reviewer, made.id);
    expect(writeNames(now?.otherNames ?? []).split("\n")).toEqual([made.name, kept].sort());
    expect(await listCitiesWithWrongDerivedRows()).toEqual([]);
  });

  test("is merged into another one, and its names and its address lead there", async () => {
    const [one, other] = [await anOrganisation(cast), await anOrganisation(cast)];
    const recordId = await aProjectNaming(one.name);
    const asked = { organisationId: one.id, into: other.name };
    must(await mergeOrganisations(cast.administrator, asked));

    expect(await meantIn(recordId)).toEqual([other.slug]);
    expect(await findPartner(one.slug)).toBeNull();
    expect(await meantSlug(one.slug)).toBe(other.slug);
    const places = placesOf(await listPublicPlaces());
    expect(oneAddress(`/en/partners/${one.slug}`, places)).toBe(`/en/partners/${other.slug}`);
    for (const slug of [one.slug, other.slug])
      expect((await listOrganisationHistory(cast.reviewer, slug))[0]).toMatchObject({
        kind: "organisations_merged",
        detail: { mergedName: one.name, title: other.name },
      });
    expect(await mergeOrganisations(cast.reviewer, asked)).toMatchObject({
      refusal: { reason: "already_merged" },
    });
    const itself = { organisationId: other.id, into: other.name };
    expect(await mergeOrganisations(cast.reviewer, itself)).toMatchObject({
      refusal: { fields: { into: [{ key: "same_organisation" }] } },
    });
    const gone = {
      ...anOrganisationForm(),
      organisationId: one.id,
      changedAt: one.changedAt.toISOString(),
    };
    expect(await changeOrganisation(cast.reviewer, gone)).toMatchObject({
      refusal: { reason: "already_merged" },
    });
  });

  test("keeps its own page apart from a name that was left as it is written", async () => {
    const name = aName("Friends");
    const recordId = await aProjectNaming(name);
    must(await leavePartnerName(cast.reviewer, { name, within: "TH" }));
    const { slug } = await anOrganisation(cast, { name });
    expect(slug).not.toBe(partnerSlug(name));
    expect(await meantIn(recordId)).toEqual([null]);
    expect(await findPartner(partnerSlug(name))).toEqual({ name, organisation: null });
    expect(nameKey(slug)).not.toBe(nameKey(name));
  });
});
