import { beforeAll, describe, expect, test } from "vitest";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { endWithholding } from "@/lib/commands/review/end-withholding";
import { withholdRecord } from "@/lib/commands/review/withhold-record";
import { database } from "@/lib/db/client";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { toDay } from "@/lib/domain/values/day";
import { findEditionPage } from "@/lib/queries/public/edition";
import { answerCitation } from "@/lib/site/citation";
import { type Cast, getCast } from "@/tests/support/cast";
import { aPublishedProject, must, typeInto } from "@/tests/support/factories";
import { countStatements } from "@/tests/support/statements";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

const brt = { kind: "project", city: "cebu-city", slug: "brt" } as const;
const said = { reason: "The ministry asked us.", notice: "Not shown while it is looked into." };

/** Returns a project of Phuket with two editions, the second with another summary. */
async function aProjectOfTwoEditions() {
  const recordId = await aPublishedProject(cast);
  await typeInto(cast, recordId, { summary: ["What it is about.", "What it became."] });
  const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
  must(await approveSubmission(cast.reviewer, { submissionId }));
  const { slug } = await database().project.findUniqueOrThrow({ where: { id: recordId } });
  return { recordId, address: { kind: "project" as RecordKind, city: "phuket", slug } };
}

function cited(address: { kind: RecordKind; city: string; slug: string; number: string }) {
  return answerCitation({ ...address, locale: "en", file: "citation.bib" });
}

describe("the address of an edition", () => {
  test("shows what was published, with number and hash, whatever came later", async () => {
    const { address } = await aProjectOfTwoEditions();
    const first = await findEditionPage({ ...address, number: "1" });
    expect(first).toMatchObject({
      withheld: null,
      edition: { number: 1 },
      content: { fields: { summary: "What it is about." } },
      editions: [{ number: 2, changedFields: ["summary"] }, { number: 1 }],
      // Both editions are valid from today, so the first one was never the edition of a day.
      wasEffective: false,
    });
    const second = await findEditionPage({ ...address, number: "2" });
    expect(second).toMatchObject({
      content: { fields: { summary: "What it became." } },
      wasEffective: true,
    });
  });

  test("exists for a plan too", async () => {
    const plan = { kind: "plan", city: "cebu-city", slug: "2018-2025", number: "1" } as const;
    expect(await findEditionPage(plan)).toMatchObject({
      place: { kind: "plan", cityName: "Cebu City", countryCode: "PH" },
      edition: { number: 1, effectiveOn: "2018-07-08" },
      content: { kind: "plan" },
    });
  });

  test.each(["0", "01", "60", "-1", "1e1", "x", "9999999"])("%s does not exist", async (number) => {
    expect(await findEditionPage({ ...brt, number })).toBeNull();
    expect((await cited({ ...brt, number })).status).toBe(404);
  });

  test("is cited with the day from which it is valid and the day of its publication here", async () => {
    const [edition] = await database().edition.findMany({
      where: { kind: "project", slug: brt.slug, city: { slug: brt.city }, number: 5 },
    });
    const published = toDay(edition?.publishedAt ?? new Date(0));
    const text = await (await cited({ ...brt, number: "5" })).text();
    expect(text).toContain(`information as of 2023-02-27, published online on ${published}.`);
    expect(text).toContain(`year = {${published.slice(0, 4)}}`);
  });

  test("shows the notice and nothing else while its record is withheld, and has no citation", async () => {
    const { recordId, address } = await aProjectOfTwoEditions();
    const first = { ...address, number: "1" };
    must(await withholdRecord(cast.reviewer, { recordId, ...said }));
    const shown = await findEditionPage(first);
    expect(shown).toEqual({
      place: expect.objectContaining({ slug: address.slug }),
      withheld: expect.objectContaining({ notice: said.notice }),
    });
    expect(JSON.stringify(shown)).not.toContain(said.reason);
    expect((await cited(first)).status).toBe(404);

    must(await endWithholding(cast.reviewer, { recordId }));
    expect(await findEditionPage(first)).toMatchObject({ withheld: null });
    expect((await cited(first)).status).toBe(200);
  });

  test("takes the same number of statements for five editions as for two", async () => {
    const { address } = await aProjectOfTwoEditions();
    const few = await countStatements(() => findEditionPage({ ...address, number: "1" }));
    const many = await countStatements(() => findEditionPage({ ...brt, number: "5" }));
    expect(many.length, many.join("\n")).toBeLessThanOrEqual(7);
    expect(few.length).toBe(many.length);
  });
});

describe("a citation", () => {
  test("names number, day and hash, and leads to the page in its reader's language", async () => {
    const { hash } = await database().edition.findFirstOrThrow({
      where: { slug: "brt", city: { slug: "cebu-city" }, number: 5 },
      select: { hash: true },
    });
    for (const [file, type] of [
      ["citation.bib", "application/x-bibtex"],
      ["citation.ris", "application/x-research-info-systems"],
    ] as const) {
      const answer = await answerCitation({ ...brt, number: "5", locale: "km", file });
      expect(answer.headers.get("content-type")).toContain(type);
      expect(answer.headers.get("content-disposition")).toContain("cebu-city-brt-edition-5.");
      const text = await answer.text();
      for (const part of ["Cebu City Bus Rapid Transit", "2023-02-27", hash])
        expect(text).toContain(part);
      expect(text).toContain("/km/cities/cebu-city/projects/brt/editions/5");
    }
  });

  test("has no other file and no other language", async () => {
    const answers = await Promise.all([
      answerCitation({ ...brt, number: "5", locale: "en", file: "citation.txt" }),
      answerCitation({ ...brt, number: "5", locale: "xx", file: "citation.bib" }),
      answerCitation({ ...brt, number: "5", locale: "en", file: "toString" }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404]);
  });
});
