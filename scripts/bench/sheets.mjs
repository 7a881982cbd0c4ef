import { readFile, writeFile } from "node:fs/promises";
import pg from "pg";
import { ZipFile } from "yazl";
import { startApplication } from "./application.mjs";
import { addProjects } from "./many-rows.mjs";
import { Person } from "./person.mjs";

const projects = 500;
const milestonesEach = 20;
const headings = ["Project", "Milestone", "Due", "Weight", "Note"];
const columns = ["$recordName", "title", "dueOn", "weight", "note"];

/**
 * Measures the import of a workbook of 10,000 new milestones over HTTP: how long uploading, previewing and applying it
 * take, and the peak memory of the application with its worker thread. Targets: 20 seconds in all, and 400 MB.
 */
export async function measure() {
  const app = await startApplication();
  const client = new pg.Client({ connectionString: app.databaseUrl });
  await client.connect();
  try {
    const account = app.accounts.find((who) => who.role === "editor" && who.city === "phuket");
    const editor = await Person.signIn(app.origin, account);
    const planId = await addProjects(client, "phuket", projects);
    const { rows: named } = await client.query(
      `select content ->> 'title' as title from "Draft" d join "Project" p on p.id = d."recordId" where p.slug like 'copy-%'`,
    );
    const file = await workbookOf(named.map(({ title }) => title));
    await editor.read(`/office/plans/${planId}/import`);

    const importId = crypto.randomUUID();
    const address = `/api/office/imports/${importId}`;
    const form = new FormData();
    form.set("importId", importId);
    form.set("file", new Blob([file]), "milestones.xlsx");
    const steps = new Steps(editor, app.processId);
    await steps.take("brought and read", `/api/office/plans/${planId}/imports`, {
      method: "POST",
      body: form,
    });
    const mapping = [{ layout: "project.milestones", columns }];
    await steps.take("mapped", `${address}/mapping`, json({ mapping }));
    const { fingerprint, totals } = await steps.take("looked at", address);
    if (totals.add !== projects * milestonesEach) throw new Error(JSON.stringify(totals));
    const all = { fingerprint, isAll: true, keys: [], confirmsRemoval: false, confirmsNew: true };
    const { records } = await steps.take("applied", `${address}/apply`, json(all));
    if (records !== projects) throw new Error(`${records} records were changed`);
    steps.printAll();
  } finally {
    await client.end();
  }
}

/** Requests that follow each other; each is printed with its time and the peak memory. */
class Steps {
  seconds = 0;
  peakMb = 0;

  constructor(person, processId) {
    Object.assign(this, { person, processId });
  }

  /** Returns the value of the result. */
  async take(step, path, options) {
    const beforeMb = await memoryOf(this.processId, "VmRSS");
    await forgetPeak(this.processId);
    const startedAt = performance.now();
    const answer = await (await this.person.fetch(path, options)).text();
    const seconds = (performance.now() - startedAt) / 1_000;
    const peakMb = await memoryOf(this.processId, "VmHWM");
    this.seconds += seconds;
    this.peakMb = Math.max(this.peakMb, peakMb);
    // Long work answers line by line, first with its progress; the last line is the result.
    const result = JSON.parse(answer.trimEnd().split("\n").at(-1));
    if (!result.ok) throw new Error(`${step}: ${JSON.stringify(result).slice(0, 500)}`);
    print({ figure: `10,000 rows ${step}`, seconds, beforeMb, peakMb });
    return result.value;
  }

  printAll() {
    const { seconds, peakMb } = this;
    print({ figure: "10,000 rows in all", seconds, targetSeconds: 20, peakMb, targetMb: 400 });
  }
}

function print({ seconds, ...figure }) {
  console.log(JSON.stringify({ ...figure, seconds: Math.round(seconds * 100) / 100 }));
}

function json(body) {
  return {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
}

/** Returns a minimal workbook of a city's own making. */
async function workbookOf(titles) {
  const cell = (text) => `<c t="inlineStr"><is><t>${text.replaceAll("&", "&amp;")}</t></is></c>`;
  const row = (cells) => `<row>${cells.map((text) => cell(String(text))).join("")}</row>`;
  const rows = titles.flatMap((title) =>
    Array.from({ length: milestonesEach }, (_, n) =>
      row([
        title,
        `Step ${n + 1}`,
        `2026-${String((n % 12) + 1).padStart(2, "0")}`,
        n + 1,
        "Noted.",
      ]),
    ),
  );
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const parts = {
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="r"><sheets><sheet name="Steps" r:id="one"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="one" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${row(headings)}${rows.join("")}</sheetData></worksheet>`,
  };
  const zip = new ZipFile();
  for (const [path, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(xml), path);
  zip.end();
  const chunks = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Returns the current or peak memory of a process with all its threads in megabytes, as Linux counts it. */
async function memoryOf(processId, what) {
  const status = await readFile(`/proc/${processId}/status`, "utf8");
  const [, kibibytes] = new RegExp(`^${what}:\\s+(\\d+) kB$`, "mu").exec(status) ?? [];
  return Math.round((Number(kibibytes) * 1024) / 1_000_000);
}

/** Resets the peak memory of a process (proc(5), clear_refs). */
function forgetPeak(processId) {
  return writeFile(`/proc/${processId}/clear_refs`, "5");
}
