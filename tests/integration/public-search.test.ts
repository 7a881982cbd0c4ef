import { describe, expect, test } from "vitest";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { listPublicProjects } from "@/lib/queries/public/projects";
import { getCast } from "@/tests/support/cast";
import { aReadyProject, must, typeInto } from "@/tests/support/factories";

/** Returns what is found for these words, in its order. */
async function find(q: string, limit = 100) {
  const page = await listPublicProjects({ q }, { asOf: null, limit });
  if ("unknown" in page) throw new Error(page.unknown);
  return { ...page, titles: page.projects.map((project) => project.fields.title) };
}

const citiesOf = (page: Awaited<ReturnType<typeof find>>) =>
  [...new Set(page.projects.map((project) => project.citySlug))].sort();

describe("a search in the published projects", () => {
  test("finds a city however its name is written", async () => {
    const found = await Promise.all(
      ["Hanoi", "Ha Noi", "Hà Nội", "hà nội", "HANOI"].map((q) => find(q)),
    );
    const [first] = found;
    expect(first?.titles.length).toBeGreaterThan(1);
    for (const page of found) {
      expect(page.titles).toEqual(first?.titles);
      expect(citiesOf(page)).toEqual(["ha-noi"]);
      expect(page.isClose).toBe(false);
    }
    expect(citiesOf(await find("Đà Nẵng"))).toEqual(["da-nang"]);
    expect(citiesOf(await find("danang"))).toEqual(["da-nang"]);
    expect(citiesOf(await find("Saigon"))).toEqual(["ho-chi-minh-city"]);
    expect(citiesOf(await find("Rangoon"))).toEqual(["yangon"]);
    expect(citiesOf(await find("Burma"))).toContain("mandalay");
  });

  test("finds names in scripts without spaces, whole and in part", async () => {
    expect(citiesOf(await find("ภูเก็ต"))).toEqual(["phuket"]);
    expect(citiesOf(await find("กรุงเทพ"))).toEqual(["bangkok"]);
    expect(citiesOf(await find("ភ្នំពេញ"))).toEqual(["phnom-penh"]);
    expect(citiesOf(await find("ដំបង"))).toEqual(["battambang"]);
    expect(citiesOf(await find("ရန်ကုန်"))).toEqual(["yangon"]);
    expect(citiesOf(await find("ວຽງຈັນ"))).toEqual(["vientiane"]);
    expect(citiesOf(await find("新加坡"))).toEqual(["singapore"]);
    expect((await find("ภูเขา")).titles).toEqual([]);
  });

  test("finds what a title says in the middle of a Thai or Khmer sentence", async () => {
    const cast = await getCast();
    const recordId = await aReadyProject(cast);
    await typeInto(cast, recordId, {
      localTitle: ["", "โครงการขนส่งสาธารณะอัจฉริยะเมืองภูเก็ต"],
      localTitleLanguage: [null, "th"],
      description: ["", "គម្រោង​គ្រប់គ្រង​ទឹកស្អាត​សម្រាប់​ទីក្រុង"],
    });
    const sent = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    must(await approveSubmission(cast.reviewer, sent));
    for (const q of ["ขนส่งสาธารณะ", "อัจฉริยะ", "ទឹកស្អាត", "គ្រប់គ្រងទឹក"])
      expect([q, (await find(q)).projects.map(({ id }) => id)]).toEqual([q, [recordId]]);
  });

  test("finds a title that was mistyped, and says so", async () => {
    for (const [q, title] of [
      ["Digtal Paymnt Hub", "Digital Payment Hub"],
      ["Bang Sue Grnd Staton", "Bang Sue Grand Station"],
      ["Wastwater Tretment", "Wastewater Treatment System"],
    ] as const) {
      const found = await find(q);
      expect([q, found.titles]).toEqual([q, expect.arrayContaining([title])]);
      expect(found.isClose).toBe(true);
      expect(found.titles.length).toBeLessThan(4);
    }
  });

  test("finds by partner, focus area and country, and by words of the summary", async () => {
    for (const q of ["JICA", "civic social", "Cambodia", "wastewater", "NDPX", "transport"]) {
      const found = await find(q);
      expect([q, found.isClose]).toEqual([q, false]);
      expect([q, found.titles.length > 0]).toEqual([q, true]);
    }
  });
});
