import { beforeAll, expect, test } from "vitest";
import { withholdRecord } from "@/lib/commands/review/withhold-record";
import { database } from "@/lib/db/client";
import { countOutcomes, promisesOfCity } from "@/lib/domain/progress/promises";
import { toDay } from "@/lib/domain/values/day";
import { findCity, listProjectsOfCity } from "@/lib/queries/public/city";
import { listCityDays } from "@/lib/queries/public/city-days";
import { findProject } from "@/lib/queries/public/project";
import { listDatedSteps } from "@/lib/queries/public/promises";
import { type Cast, getCast } from "@/tests/support/cast";
import { aPublishedProject, must } from "@/tests/support/factories";
import { countStatements } from "@/tests/support/statements";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

/** Returns what the page of a city reads, in its order. */
async function readCity(slug: string, asOf: string | null) {
  const city = await findCity(slug, asOf);
  const projects = await listProjectsOfCity(slug, asOf, 50);
  await listCityDays(slug, asOf);
  const all = [...projects.listed, ...projects.closed];
  const histories = await listDatedSteps(
    all.map((project) => project.id),
    asOf,
  );
  return promisesOfCity(
    city?.plan?.fields.strategicTargets ?? [],
    all,
    histories,
    asOf ?? toDay(new Date()),
  );
}

test("what Cebu promised for 2021, and what happened", async () => {
  const promises = await readCity("cebu-city", "2025-09-30");
  const for2021 = promises.filter(({ due, move }) => due === "2021" || move?.from === "2021");
  expect(for2021.map(({ of, title, outcome }) => [of, title, outcome.kind])).toEqual([
    ["target", "Buses start to run on the rapid-transit line already under way", "result"],
    ["milestone", "Buses run on the first phase", "open"],
  ]);
  expect(for2021[0]).toMatchObject({ outcome: { result: "not_reached", on: "2023-02-27" } });
  expect(for2021[1]).toMatchObject({ due: "2025-09", project: { slug: "brt" } });
});

test("in 2018 nothing was late, because nothing was due", async () => {
  const counts = countOutcomes(await readCity("cebu-city", "2018-07-08"));
  expect(counts).toMatchObject({ kept: 0, doneLate: 0, late: 0, silent: 0 });
  expect(counts.open).toBeGreaterThan(3);
});

test("the promises of a withheld project are not listed", async () => {
  const recordId = await aPublishedProject(cast);
  expect(Object.keys(await listDatedSteps([recordId], null))).toEqual([recordId]);
  const said = { reason: "The ministry asked us.", notice: "Not shown for now." };
  must(await withholdRecord(cast.reviewer, { recordId, ...said }));
  expect(await listDatedSteps([recordId], null)).toEqual({});
  expect(await listDatedSteps([], null)).toEqual({});
  const { slug } = await database().project.findUniqueOrThrow({ where: { id: recordId } });
  expect((await findProject("phuket", slug, null))?.history).toEqual([]);
});

test.each([
  ["cebu-city", "brt"],
  ["bandar-seri-begawan", "digital-payment-hub"],
])("the pages of %s and of its %s take no more statements than any other", async (city, slug) => {
  const ofCity = await countStatements(() => readCity(city, null));
  expect(ofCity.length, ofCity.join("\n")).toBeLessThanOrEqual(13);
  const ofProject = await countStatements(() => findProject(city, slug, null));
  expect(ofProject.length, ofProject.join("\n")).toBeLessThanOrEqual(8);
});
