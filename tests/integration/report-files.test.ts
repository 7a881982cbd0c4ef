import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import { GET as getFile } from "@/app/api/v1/reports/[slug]/[file]/route";
import { GET as getReports } from "@/app/api/v1/reports/route";
import { endWithholding } from "@/lib/commands/review/end-withholding";
import { withholdRecord } from "@/lib/commands/review/withhold-record";
import { database } from "@/lib/db/client";
import { freezeHash } from "@/lib/db/freeze";
import { findReport } from "@/lib/queries/public/reports";
import { makeReportFiles } from "@/lib/reports/make-file";
import { getCast } from "@/tests/support/cast";
import { must } from "@/tests/support/factories";

// biome-ignore lint/suspicious/noExplicitAny: what came over the wire is anything until it is expected to be something
type Json = any;

function ask(slug: string, file: string, headers: Record<string, string> = {}) {
  const request = new Request(`http://localhost/api/v1/reports/${slug}/${file}`, { headers });
  return getFile(request, { params: Promise.resolve({ slug, file }) });
}

async function bytesOf(slug: string, file: string) {
  const answer = await ask(slug, file);
  expect(answer.status, file).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

let data: Json;
beforeAll(async () => {
  data = JSON.parse((await bytesOf("2025", "1.json")).toString("utf8"));
});

const figure = (table: string, row: string, column = "all") =>
  data.figures.find(
    (each: Json) => each.table === table && each.row === row && each.column === column,
  );

describe("the figures as JSON", () => {
  test("are those that ASEAN printed", () => {
    expect(figure("total", "all").value).toBe(134);
    expect(figure("stage", "planning").value).toBe(8);
    expect(figure("stage", "completed").value).toBe(18);
    expect(figure("country", "MY").value).toBe(29);
    expect(figure("focusArea", "civic-social").value).toBe(34);
  });

  test("name the editions that they count, which are all in the freeze", () => {
    const known = new Map<string, Json>(data.editions.map((each: Json) => [each.name, each]));
    for (const { table, row, column, value, editions } of data.figures) {
      const name = `${table} ${row} ${column}`;
      expect(editions.length, name).toBe(value);
      for (const edition of editions) expect(known.has(edition), `${name}: ${edition}`).toBe(true);
    }
    for (const { row, column, editions } of data.figures.filter(
      (each: Json) => each.table === "country",
    ))
      for (const edition of editions) {
        expect(known.get(edition).country).toBe(row);
        if (column !== "all") expect(known.get(edition).stage).toBe(column);
      }
  });

  test("contain the input of the freeze's hash", () => {
    const editions = data.editions.map(({ record: recordId, edition: number, hash }: Json) => ({
      recordId,
      number,
      hash,
    }));
    expect(freezeHash(editions)).toBe(data.freeze.hash);
  });

  test("contain the changes, with former titles", () => {
    const renamed = data.changes.filter((change: Json) => change.kinds.includes("renamed"));
    expect(renamed.length).toBeGreaterThan(0);
    for (const change of renamed) expect(change.formerTitle).toBeTruthy();
    expect(data.comparedWith).toMatchObject({ report: "2024", freeze: 1 });
  });
});

describe("the other files", () => {
  test("contain the same figures as CSV", async () => {
    const rows: string[][] = parse(await bytesOf("2025", "1.csv"), { bom: true });
    expect(rows[0]).toEqual(["Table", "Row", "Column", "Figure", "Editions"]);
    expect(rows.slice(1).map((row) => Number(row[3]))).toEqual(
      data.figures.map((each: Json) => each.value),
    );
    for (const row of rows.slice(1))
      expect(row[4]?.split(" ").filter(Boolean)).toHaveLength(Number(row[3]));
  });

  test("contain the data of every table as a workbook", async () => {
    const sheets = await readWorkbook(await bytesOf("2025", "1.xlsx"));
    const rowsOf = (name: string) => sheets.find(({ sheet }: Json) => sheet === name)?.data as Json;
    const countries = rowsOf("Country").slice(1);
    expect(countries.find(([name]: Json) => name === "Malaysia")[1]).toBe(29);
    expect(
      rowsOf("Stage")
        .slice(1)
        .map((row: Json) => row[1]),
    ).toEqual([8, 108, 18, 0]);
    expect(rowsOf("Editions").slice(1)).toHaveLength(data.editions.length);
    expect(rowsOf("Every figure").slice(1)).toHaveLength(data.figures.length);
  });

  test("include a document that can be edited, with the same tables", async () => {
    const zip = await fromBufferPromise(await bytesOf("2025", "1.docx"), { lazyEntries: true });
    const parts = new Map<string, string>();
    for await (const entry of zip.eachEntry()) {
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry))
        chunks.push(chunk as Buffer);
      parts.set(entry.fileName, Buffer.concat(chunks).toString("utf8"));
    }
    // A part that is not valid XML would make the whole file unreadable.
    for (const part of parts.values()) new SaxesParser().write(part).close();
    const types = parts.get("[Content_Types].xml") ?? "";
    const named = [...types.matchAll(/PartName="\/([^"]+)"/gu)].map(([, path]) => path);
    for (const path of named) expect(parts.has(String(path)), path).toBe(true);
    const xml = parts.get("word/document.xml") ?? "";
    expect(xml).toContain(data.freeze.hash);
    expect(xml).toContain("Malaysia");
    expect(xml).toContain("Nimman Road &amp; Chiang Mai");
    expect(xml.match(/<w:tbl>/g)?.length).toBeGreaterThan(40);
  });

  test("are made once: the second request gets the same bytes", async () => {
    const [first, second] = await Promise.all([
      bytesOf("2024", "1.docx"),
      bytesOf("2024", "1.docx"),
    ]);
    expect(second.equals(first)).toBe(true);
    expect((await bytesOf("2024", "1.docx")).equals(first)).toBe(true);
    await expect(
      database().$executeRaw`update "ReportFile" set sha256 = repeat('0', 64)`,
    ).rejects.toThrow("is only ever added to");
  });

  test("exist before the first request when a job made them", async () => {
    await makeReportFiles("2023", 1).catch((error: Error) => {
      // No server runs in these tests, so no page can be printed.
      expect(error.message).toMatch(/fetch failed|Chromium/);
    });
    const made = await database().reportFile.findMany({
      where: { freeze: { report: { slug: "2023" } } },
      select: { format: true },
    });
    expect(made.map((file) => file.format)).toEqual(
      expect.arrayContaining(["docx", "xlsx", "csv", "json"]),
    );
  });

  test("are not sent again to a client that has them", async () => {
    const answer = await ask("2025", "1.json");
    const etag = answer.headers.get("etag") ?? "";
    expect((await ask("2025", "1.json", { "if-none-match": etag })).status).toBe(304);
    expect(answer.headers.get("content-disposition")).toContain("report-2025-1.json");
  });

  test("are not sent while a record in them is withheld", async () => {
    const freeze = (await findReport("2022", "1"))?.freeze;
    const held = await database().reportEdition.findFirstOrThrow({
      where: { freezeId: freeze?.id ?? "", edition: { kind: "project" } },
      select: { edition: { select: { recordId: true } } },
    });
    const { recordId } = held.edition;
    expect((await ask("2022", "1.json")).status).toBe(200);
    const { reviewer } = await getCast();
    const words = { recordId, reason: "A court asked.", notice: "Withheld for a while." };
    must(await withholdRecord(reviewer, words));
    const answer = await ask("2022", "1.json");
    expect(answer.status).toBe(451);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    must(await endWithholding(reviewer, { recordId }));
    expect((await ask("2022", "1.json")).status).toBe(200);
  });
});

test("the list of reports has the addresses of the files, as the description of open data says", async () => {
  const answer = await getReports(new Request("http://localhost/api/v1/reports"));
  const { items } = (await answer.json()) as Json;
  expect(items.map((report: Json) => report.slug)).toEqual(["2025", "2024", "2023", "2022"]);
  expect(items[0].projects).toEqual({
    total: 134,
    planning: 8,
    ongoing: 108,
    completed: 18,
    notStated: 0,
  });
});
