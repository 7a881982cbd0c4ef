import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { saveDraft } from "@/lib/commands/record/save-draft";
import { database } from "@/lib/db/client";
import { findNameableProjects, namesOfProjects } from "@/lib/queries/record/related-projects";
import { type Cast, getCast } from "@/tests/support/cast";
import { aReadyProject, aSave, must } from "@/tests/support/factories";

let cast: Cast;
/** A draft of Phuket that was never published, and a published project of Makassar. */
let own: string;
let foreign: { id: string; title: string };
beforeAll(async () => {
  cast = await getCast();
  own = await aReadyProject(cast);
  const period = await database().editionPeriod.findFirstOrThrow({
    where: { kind: "project", untilDay: null, city: { slug: "makassar" } },
    select: { recordId: true, title: true },
  });
  foreign = { id: period.recordId, title: period.title };
});

const naming = (project: string | null) => ({
  id: randomUUID(),
  relation: "related",
  project,
  title: "",
  note: "",
});

/** Names a project as related to `recordId`, as the editor of a city. */
async function relate(
  recordId: string,
  project: string,
  by: "editorOfPhuket" | "editorOfMakassar",
) {
  const item = naming(project);
  const changes = [{ field: "relatedProjects", seen: [], value: [item] }];
  return { item, result: await saveDraft(cast[by], aSave(recordId, changes)) };
}

describe("a related project", () => {
  test("may be a draft of one’s own city, and a published one of another", async () => {
    const recordId = await aReadyProject(cast);
    must((await relate(recordId, own, "editorOfPhuket")).result);
    const other = await aReadyProject(cast);
    must((await relate(other, foreign.id, "editorOfPhuket")).result);
  });

  test("may be only a title", async () => {
    const recordId = await aReadyProject(cast);
    const value = [{ ...naming(null), title: "A project of another country" }];
    const changes = [{ field: "relatedProjects", seen: [], value }];
    must(await saveDraft(cast.editorOfPhuket, aSave(recordId, changes)));
  });

  test.each<
    [
      string,
      () => Promise<[recordId: string, project: string, by: "editorOfPhuket" | "editorOfMakassar"]>,
    ]
  >([
    ["itself", async () => [own, own, "editorOfPhuket"]],
    ["an unpublished one of another city", async () => [foreign.id, own, "editorOfMakassar"]],
    ["one that is not there", async () => [own, randomUUID(), "editorOfPhuket"]],
    [
      "a plan",
      async () => {
        const plan = await database().record.findFirstOrThrow({ where: { kind: "plan" } });
        return [own, plan.id, "editorOfPhuket"];
      },
    ],
  ])("is not %s", async (_, situation) => {
    const { item, result } = await relate(...(await situation()));
    expect(result).toEqual({
      ok: false,
      refusal: {
        code: "invalid",
        fields: { [`relatedProjects.${item.id}.project`]: [{ key: "unknown_project" }] },
      },
    });
  });
});

describe("the projects that may be named", () => {
  test("are found by part of their title: drafts of the own city, published ones of others", async () => {
    const { title } = await aProjectTitled(own);
    const part = title.slice(-12).toUpperCase();
    const found = await findNameableProjects(cast.editorOfPhuket, { q: part, not: randomUUID() });
    expect(found).toEqual([{ id: own, title, city: "Phuket", href: `/office/projects/${own}` }]);
    expect(await findNameableProjects(cast.editorOfPhuket, { q: part, not: own })).toEqual([]);
    expect(
      await findNameableProjects(cast.editorOfMakassar, { q: part, not: randomUUID() }),
    ).toEqual([]);

    const others = await findNameableProjects(cast.editorOfPhuket, { q: foreign.title, not: own });
    expect(others[0]).toMatchObject({ id: foreign.id, city: "Makassar" });
    expect(others[0]?.href).toMatch(/^\/en\/cities\/makassar\/projects\//u);
  });

  test("are not found by wildcards of SQL, nor by an empty search", async () => {
    const asked = (q: unknown, not: unknown = own) =>
      findNameableProjects(cast.editorOfPhuket, { q, not });
    expect(await asked("%")).toEqual([]);
    expect(await asked("")).toEqual([]);
    expect(await asked("a", "no id")).toEqual([]);
    expect(await asked(undefined)).toEqual([]);
  });
});

test("each reader gets the titles of the projects that they may see, with the page that they may open", async () => {
  const ids = [own, foreign.id, randomUUID()];
  const { title } = await aProjectTitled(own);
  expect(await namesOfProjects(cast.editorOfPhuket, ids)).toEqual({
    [own]: { text: title, href: `/office/projects/${own}` },
    [foreign.id]: {
      text: foreign.title,
      href: expect.stringMatching(/^\/en\/cities\/makassar\//u),
    },
  });
  expect(Object.keys(await namesOfProjects(cast.reviewer, ids))).toEqual([foreign.id]);
});

async function aProjectTitled(recordId: string) {
  const draft = await database().draft.findUniqueOrThrow({ where: { recordId } });
  return draft.content as { title: string };
}
