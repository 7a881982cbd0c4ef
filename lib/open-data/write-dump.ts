import "server-only";
import { createWriteStream } from "node:fs";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";
import { ZipFile } from "yazl";
import { licence } from "@/lib/domain/open-data/licence";
import { columnsOf, openDataRowsOf } from "@/lib/domain/open-data/table";
import { type Dataset, datasets, dictionary, editions } from "@/lib/open-data/datasets";
import { writeOpenApi } from "@/lib/open-data/openapi";
import { csvText } from "@/lib/sheets/csv";
import { siteOrigin } from "@/lib/site/metadata";

/**
 * Writes the file with all open data to `path`, using `folder` for temporary files. Each kind of object is read once, a
 * page at a time, into the files made from it, and those are packed from the disk, so memory does not grow with the
 * amount of data.
 */
export async function writeDump(folder: string, path: string, begunAt: Date): Promise<void> {
  const zip = new ZipFile();
  const options = { mtime: begunAt };
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, options);
  add("README.txt", readme(begunAt));
  add("LICENCE.txt", licenceText());
  add("dictionary.json", JSON.stringify(dictionary, null, 1));
  add("dictionary.csv", dictionaryCsv());
  add("openapi.json", JSON.stringify(writeOpenApi(), null, 1));
  for (const name of ["csv", "json"]) await mkdir(join(/*turbopackIgnore: true*/ folder, name));
  for (const dataset of [...datasets, editions])
    for (const name of await spool(folder, dataset)) zip.addFile(join(folder, name), name, options);
  zip.end();
  // yazl's type for its stream is narrower than the Node stream that it is.
  await pipeline(zip.outputStream as Readable, createWriteStream(path));
}

/**
 * Writes all objects of a data set as JSON, and into a CSV file for each of its tables; returns the names of the files.
 */
async function spool(folder: string, { name, schema, list, tables }: Dataset): Promise<string[]> {
  const names = [`json/${name}.json`, ...tables.map((table) => `csv/${table.name}.csv`)];
  const files: FileHandle[] = [];
  try {
    for (const each of names) files.push(await open(join(folder, each), "w"));
    const [json, ...sheets] = files;
    for (const [index, table] of tables.entries()) {
      const head = columnsOf(table).map(({ label }) => label);
      await sheets[index]?.write(csvText([head], { isFirst: true }));
    }
    let count = 0;
    for await (const each of list({} as never)) {
      const thing = schema.parse(each);
      await json?.write(`${count === 0 ? "[" : ","}\n${JSON.stringify(thing)}`);
      for (const [index, table] of tables.entries()) {
        const rows = openDataRowsOf(table, thing);
        if (rows.length > 0) await sheets[index]?.write(csvText(rows, { isFirst: false }));
      }
      count += 1;
      // Lets other requests of this process run in between.
      if (count % 20 === 0) await setImmediate();
    }
    await json?.write(count === 0 ? "[]\n" : "\n]\n");
  } finally {
    for (const file of files) await file.close();
  }
  return names;
}

function dictionaryCsv() {
  const [first] = dictionary;
  const lines = dictionary.map((entry) =>
    Object.values(entry).map((value) => (Array.isArray(value) ? value.join("; ") : String(value))),
  );
  return csvText([Object.keys(first ?? {}), ...lines], { isFirst: true });
}

function readme(begunAt: Date) {
  return `City Action Plans: open data

Everything public at ${siteOrigin()}, as it was on ${begunAt.toISOString()}.
An independent tracker of the action plans of the ASEAN Smart Cities Network; not a service of ASEAN.

csv/             one file per table (RFC 4180, UTF-8 with byte order mark). A text that a spreadsheet could run as a
                 formula has an apostrophe before it; remove it to get the text as published.
json/            the same data as nested objects; editions.json holds every published edition, with the content of
                 which its hash is made (SHA-256 of its canonical form, RFC 8785)
dictionary.csv   every column of every table: type, unit, meaning, choices, source; also as dictionary.json
openapi.json     the API that these data come from: ${siteOrigin()}/api
LICENCE.txt      the licence and the attribution

Projects, cities and the summary show what is public on that date; what was public on another date is at
${siteOrigin()}/api/v1/projects?asOf=2024-09-25 and in json/editions.json.
`;
}

function licenceText() {
  return `${licence.name} (${licence.shortName})
${licence.address}

${licence.scope}

Attribution: ${licence.attribution}.
${siteOrigin()}
`;
}
