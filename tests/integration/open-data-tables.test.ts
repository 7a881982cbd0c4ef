import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { GET as getTable } from "@/app/api/v1/[table]/route";
import { GET as getDictionary } from "@/app/api/v1/dictionary/route";
import { GET as getProjects } from "@/app/api/v1/projects/route";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { tables } from "@/lib/open-data/datasets";
import { getCast } from "@/tests/support/cast";
import { aBudgetLine, anIndicator, aReading } from "@/tests/support/examples";
import { aPublishedProject, must, typeInto } from "@/tests/support/factories";

// biome-ignore lint/suspicious/noExplicitAny: what came over the wire is anything until it is expected to be something
type Json = any;

function ask(file: string, query = "", headers: Record<string, string> = {}) {
  const request = new Request(`http://localhost/api/v1/${file}${query}`, { headers });
  return getTable(request, { params: Promise.resolve({ table: file }) });
}

async function readCsv(table: string, query = ""): Promise<Record<string, string>[]> {
  const answer = await ask(`${table}.csv`, query);
  expect([table, answer.status]).toEqual([table, 200]);
  return parse(Buffer.from(await answer.arrayBuffer()), { bom: true, columns: true });
}

test("the list of projects has the same content as a table and as JSON", async () => {
  const { items } = await (
    await getProjects(
      new Request("http://localhost/api/v1/projects?asOf=2024-09-25&country=MY&limit=100"),
    )
  ).json();
  const rows = await readCsv("projects", "?asOf=2024-09-25&country=MY");
  expect(rows.map((row) => row["id"])).toEqual(items.map(({ id }: Json) => id));
  expect(rows.map((row) => row["focusAreas"])).toEqual(
    items.map(({ focusAreas }: Json) => focusAreas.join("; ")),
  );
  expect(rows.map((row) => row["hash"])).toEqual(items.map(({ hash }: Json) => hash));
});

test("every table exists as CSV and as a workbook, with the columns of the dictionary", async () => {
  const { items } = await (
    await getDictionary(new Request("http://localhost/api/v1/dictionary"))
  ).json();
  expect(tables.length).toBeGreaterThan(25);
  for (const { name } of tables) {
    const columns = items.filter(({ table }: Json) => table === name);
    expect(
      columns.every(({ meaning, source }: Json) => meaning && source),
      name,
    ).toBe(true);
    const query = name.startsWith("project") ? "?city=makassar" : "";
    const csv = await (await ask(`${name}.csv`, query)).text();
    const [head] = parse(csv, { bom: true }) as string[][];
    expect(head, name).toEqual(columns.map(({ column }: Json) => column));

    const workbook = Buffer.from(await (await ask(`${name}.xlsx`, query)).arrayBuffer());
    const [first, second] = await readWorkbook(workbook);
    expect([first?.sheet, second?.sheet], name).toEqual([name.slice(0, 31), "Dictionary"]);
    expect(first?.data[0], name).toEqual(head);
    expect(first?.data.length, name).toBe(parse(csv, { bom: true }).length);
    expect(
      second?.data.slice(1).map(([column]) => column),
      name,
    ).toEqual(head);
  }
});

test("rows of a nested list have the keys of their indicator and project", async () => {
  const cast = await getCast();
  const recordId = await aPublishedProject(cast);
  const indicator = anIndicator({ baseline: 0, target: 10, readings: [aReading("2024-03", -4.5)] });
  await typeInto(cast, recordId, {
    indicators: [[], [indicator]],
    budget: [[], [aBudgetLine({ amount: "1250000.50", currency: "THB", perDollar: "35.1" })]],
  });
  must(
    await approveSubmission(
      cast.reviewer,
      must(await submitRecord(cast.leadOfPhuket, { recordId })),
    ),
  );

  const readings = await readCsv("project-indicators-readings", "?city=phuket");
  expect(readings.filter((row) => row["project.id"] === recordId)).toMatchObject([
    { "project.id": recordId, "indicators.id": indicator.id, on: "2024-03", value: "-4.5" },
  ]);
  const money = Buffer.from(await (await ask("project-budget.xlsx", "?city=phuket")).arrayBuffer());
  const [sheet] = await readWorkbook(money);
  const [head = [], ...rows] = sheet?.data ?? [];
  const line = rows.find((row) => row[0] === recordId);
  expect(line?.[head.indexOf("amount")]).toBe(1250000.5);
});

test("a missing table and a filter without a match are refused before anything is sent", async () => {
  expect((await ask("nothing.csv")).status).toBe(404);
  expect((await ask("projects.exe")).status).toBe(404);
  const answer = await ask("projects.csv", "?city=nowhere");
  expect([answer.status, (await answer.json()).parameter]).toEqual([400, "city"]);
  expect((await ask("countries.csv", "?city=phuket")).status).toBe(400);
});
