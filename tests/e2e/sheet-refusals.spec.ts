import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { ZipFile } from "yazl";
import { account } from "@/tests/e2e/support/accounts";
import { clientOf, visitorOf } from "@/tests/e2e/support/clients";
import { idsOf, withTestDatabase } from "@/tests/e2e/support/database";
import { expect, test } from "@/tests/e2e/support/test";

// Tests which spreadsheets are refused and to whom. It sends plain requests, because the sender may be any program.

const sentences: Record<string, string> = JSON.parse(
  readFileSync("messages/en/office.json", "utf8"),
).sheets.refused;
const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Sent = { origin: string; name: string; file: Buffer };

async function upload(client: APIRequestContext, planId: string, { origin, name, file }: Sent) {
  const importId = randomUUID();
  const answer = await client.post(`/api/office/plans/${planId}/imports`, {
    headers: { origin },
    multipart: { importId, file: { name, mimeType: workbookType, buffer: file } },
  });
  return { importId, status: answer.status(), result: await lastLine(answer) };
}

/** Returns the last line of an answer that reports progress line by line. */
async function lastLine(answer: APIResponse) {
  return JSON.parse((await answer.text()).trimEnd().split("\n").at(-1) ?? "");
}

/** Returns the number of stored imports with this id, and whether one was applied. */
function keptOf(importId: string) {
  return withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select "appliedAt" is not null as "isApplied" from "SheetImport" where id = $1`,
      [importId],
    );
    return rows;
  });
}

async function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** Returns a minimal workbook with one sheet. */
const workbookOf = (rows: string, more: Record<string, string | Buffer> = {}) =>
  zipOf({
    "xl/workbook.xml": `<workbook ${main} xmlns:r="r"><sheets><sheet name="One" r:id="one"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="one" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet ${main}>${rows}</worksheet>`,
    ...more,
  });

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const aTitle = `<sheetData><row>${cell("Title")}</row><row>${cell("A project")}</row></sheetData>`;

type Refused = {
  key: string;
  says: RegExp;
  sent: () => Promise<Omit<Sent, "origin">>;
};

const refused: Record<string, Refused> = {
  "a file of 50 MB": {
    key: "too_large",
    says: /larger than 20 MB/u,
    sent: async () => ({ name: "plan.xlsx", file: Buffer.alloc(50_000_000, "PK") }),
  },
  "a bomb": {
    key: "bomb",
    says: /much too large when unpacked/u,
    sent: async () => ({ name: "plan.xlsx", file: await workbookOf(" ".repeat(60_000_000)) }),
  },
  "a web page under the name of a spreadsheet": {
    key: "web_page",
    says: /save it as XLSX/u,
    sent: async () => ({ name: "plan.xls", file: Buffer.from("<html><table></table></html>") }),
  },
};

for (const [what, { key, says, sent }] of Object.entries(refused)) {
  test(`${what} is refused with advice, and nothing of it is stored`, async ({ baseURL }) => {
    const { planId } = await idsOf("phuket");
    const editor = await clientOf(String(baseURL), account("editor", "phuket"));
    const uploaded = await upload(editor, planId, { origin: String(baseURL), ...(await sent()) });
    expect(uploaded.result).toEqual({
      ok: false,
      refusal: { code: "invalid", fields: { file: [{ key }] } },
    });
    expect(sentences[key]).toMatch(says);
    expect(await keptOf(uploaded.importId)).toEqual([]);
  });
}

test("only a city's editor imports its spreadsheet, from a page of this site", async ({
  baseURL,
}) => {
  const origin = String(baseURL);
  const { planId } = await idsOf("phuket");
  const editor = await clientOf(origin, account("editor", "phuket"));
  const stranger = await clientOf(origin, account("editor", "makassar"));
  const visitor = await visitorOf(origin);
  const file = { name: "plan.xlsx", file: await workbookOf(aTitle) };

  for (const [client, from, status, code] of [
    [editor, "https://elsewhere.example", 403, "forbidden"],
    [stranger, origin, 404, "not_found"],
    [visitor, origin, 401, "signed_out"],
  ] as const) {
    const uploaded = await upload(client, planId, { origin: from, ...file });
    expect(uploaded).toMatchObject({ status, result: { ok: false, refusal: { code } } });
    expect(await keptOf(uploaded.importId)).toEqual([]);
  }

  // Nobody else can apply the editor's import, even with a request from the editor's browser.
  const { importId } = await upload(editor, planId, { origin, ...file });
  const mapping = [{ layout: "project", columns: ["title"] }];
  const address = `/api/office/imports/${importId}`;
  const mapped = await editor.post(`${address}/mapping`, { data: { mapping } });
  expect(mapped.status()).toBe(200);
  const { fingerprint } = (await (await editor.get(address)).json()).value;
  const all = { fingerprint, isAll: true, keys: [], confirmsRemoval: false, confirmsNew: true };
  expect((await stranger.get(address)).status()).toBe(404);
  for (const [client, from, code] of [
    [editor, "https://elsewhere.example", "forbidden"],
    [stranger, origin, "forbidden"],
    [visitor, origin, "signed_out"],
  ] as const) {
    const answer = await client.post(`${address}/apply`, { headers: { origin: from }, data: all });
    expect(await lastLine(answer)).toMatchObject({ ok: false, refusal: { code } });
  }
  expect(await keptOf(importId)).toEqual([{ isApplied: false }]);
});

test("years, digits and letters of the region arrive as the values they mean", async ({
  baseURL,
}) => {
  const origin = String(baseURL);
  const { planId } = await idsOf("phuket");
  const editor = await clientOf(origin, account("editor", "phuket"));
  const heads = ["Title", "Begins", "Ends", "Ended"].map(cell).join("");
  const rows = [
    [cell("ျမန္မာႏိုင္ငံ"), "<c><v>2568</v></c>", cell("៣០/៩/២០២៦"), cell("၂၀၂၇-၀၁")],
    [cell("The second"), "<c/>", cell("๓๐/๙/๒๕๗๐"), "<c/>"],
  ];
  // The year 2568 is in one merged cell for both projects.
  const merged = '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>';
  const body = [heads, ...rows.map((row) => row.join(""))].map((row) => `<row>${row}</row>`);
  const file = await workbookOf(`<sheetData>${body.join("")}</sheetData>${merged}`);
  const { importId } = await upload(editor, planId, { origin, name: "plan.xlsx", file });
  const mapping = [{ layout: "project", columns: ["title", "startsOn", "endsOn", "endedOn"] }];
  await editor.post(`/api/office/imports/${importId}/mapping`, { data: { mapping } });

  const { value } = await (await editor.get(`/api/office/imports/${importId}`)).json();
  expect(value.errors).toEqual([]);
  const shown = value.rows.map(({ cells }: { cells: { after: string; notes: string[] }[] }) =>
    cells.map(({ after, notes }) => [after, notes]),
  );
  expect(shown).toEqual([
    [
      ["မြန်မာနိုင်ငံ", ["zawgyi"]],
      ["2025", ["merged", "buddhist"]],
      ["2026-09-30", []],
      ["2027-01", []],
    ],
    [
      ["The second", []],
      ["2025", ["merged", "buddhist"]],
      ["2027-09-30", ["buddhist"]],
    ],
  ]);
});
