import { describe, expect, test } from "vitest";
import { GET as getTable } from "@/app/api/v1/[table]/route";
import { GET as getDictionary } from "@/app/api/v1/dictionary/route";
import { GET as getOrganisations } from "@/app/api/v1/organisations/route";
import { GET as getProjects } from "@/app/api/v1/projects/route";
import { readHistory } from "@/prisma/seed/history-data";

const site = "http://localhost/api/v1";

async function tableOf(name: string): Promise<string[]> {
  const answer = await getTable(new Request(`${site}/${name}`), {
    params: Promise.resolve({ table: name }),
  });
  expect(answer.status).toBe(200);
  return (await answer.text()).split("\r\n");
}

const jica = {
  key: "jica",
  name: "Japan International Cooperation Agency (JICA)",
  kind: "donor",
  country: "JP",
};

describe("open data", () => {
  test("name the organisation beside the name that a project writes", async () => {
    const answer = await getProjects(new Request(`${site}/projects?partner=jica&limit=100`));
    const { items } = await answer.json();
    expect(items.length).toBeGreaterThan(0);
    for (const { partners } of items)
      expect(partners).toContainEqual(
        expect.objectContaining({ name: jica.name, organisation: jica }),
      );
    const byName = `${site}/projects?partner=japan-international-cooperation-agency-jica&limit=100`;
    expect((await (await getProjects(new Request(byName))).json()).items).toEqual(items);
  });

  test("list every organisation with its names, in pages and as tables", async () => {
    const said = new Set(readHistory().flatMap(({ partners }) => partners.map(({ key }) => key)));
    const items: { key: string }[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const query = cursor === "" ? "limit=40" : `limit=40&cursor=${cursor}`;
      const answer = await getOrganisations(new Request(`${site}/organisations?${query}`));
      const page: { items: { key: string }[]; nextCursor: string | null } = await answer.json();
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(items.map(({ key }) => key)).toEqual([...said].sort());
    expect(items).toContainEqual({
      ...jica,
      names: expect.arrayContaining([{ name: "JICA", onlyIn: null }]),
    });
    expect(items).toContainEqual(
      expect.objectContaining({
        key: "mot-thailand",
        names: expect.arrayContaining([{ name: "MOT", onlyIn: "TH" }]),
      }),
    );
    const [head, ...rows] = await tableOf("organisations.csv");
    expect(head).toBe("key,name,kind,country");
    expect(rows.filter(Boolean)).toHaveLength(said.size);
    expect((await tableOf("organisation-names.csv"))[0]).toBe("organisation.key,name,onlyIn");
    expect((await tableOf("project-partners.csv"))[0]).toContain(
      "organisation.key,organisation.name,organisation.kind,organisation.country",
    );
    const dictionary = await (await getDictionary(new Request(`${site}/dictionary`))).json();
    expect(dictionary.items).toContainEqual(
      expect.objectContaining({ table: "organisations", column: "kind", type: "choice" }),
    );
  });

  test("refuse a cursor that is none", async () => {
    const answer = await getOrganisations(new Request(`${site}/organisations?cursor=nonsense`));
    expect(answer.status).toBe(400);
  });
});
