import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { account } from "@/tests/e2e/support/accounts";
import { aPerson, clientOf } from "@/tests/e2e/support/clients";
import { idsOf, projectsOf, withTestDatabase } from "@/tests/e2e/support/database";
import { address, dataDirectory, kill, serve } from "@/tests/e2e/support/second-server";
import { expect, test } from "@/tests/e2e/support/test";
import { addFile, aPdf, begin, offsetOf, piece, sendAndBreak } from "@/tests/e2e/support/uploads";

test.afterEach(kill);

/** The size of one piece of an upload, as browsers send it, and the maximum size of a file. */
const pieceBytes = 512 * 1024;
const fileBytes = 20 * 1000 * 1000;

test("killed while a file arrives and while it is stored: the upload continues after the restart, and no partial file is left", async () => {
  const city = "battambang";
  const pdf = aPdf(8_000_000, "killed");
  const { projectId } = await idsOf(city);
  await serve();
  const who = await aPerson({ ...account("lead", "phuket"), city }, "Lead");
  const client = await clientOf(address, who);
  const upload = await begin(client, projectId, pdf.length);
  const uploadId = String(upload.split("/").at(-1));
  await sendAndBreak(client, `${address}${upload}`, pdf, 5_000_000, kill);
  expect(await filesOf(projectId, uploadId)).toEqual([]);

  const leftovers = await makeLeftovers();
  await serve();
  const early = await (await addFile(client, projectId, upload)).json();
  expect(early).toMatchObject({ refusal: { fields: { file: [{ key: "upload_unfinished" }] } } });
  expect((await client.get(`/api/office/files/${uploadId}`)).status()).toBe(404);
  const arrived = await offsetOf(client, upload);
  expect(arrived).toBeLessThan(pdf.length);
  const rest = { headers: piece(arrived), data: pdf.subarray(arrived) };
  expect((await client.patch(upload, rest)).status()).toBe(204);

  // Whether the server ends before, during or after the work, the file exists once after a retry.
  const asked = addFile(client, projectId, upload).catch(() => null);
  await new Promise((resolve) => setImmediate(resolve));
  kill();
  await asked;
  await serve();
  const { value } = await (await addFile(client, projectId, upload)).json();
  expect(value).toMatchObject({ id: uploadId, bytes: pdf.length });
  expect(await filesOf(projectId, uploadId)).toHaveLength(1);
  const file = await client.get(`/api/office/files/${uploadId}`);
  expect((await file.body()).equals(pdf)).toBe(true);

  // The next upload removes what a killed server left.
  await client.delete(await begin(client, projectId, 10), {
    headers: { "tus-resumable": "1.0.0" },
  });
  for (const [folder, name] of [...leftovers, ["uploads", uploadId]] as const)
    expect(await readdir(join(dataDirectory, folder))).not.toContain(name);
});

test("ten files of 20 MB at once are stored without collecting them in memory", async () => {
  const city = "bangkok";
  const { pid } = await serve();
  const who = await aPerson({ ...account("lead", "phuket"), city }, "Lead");
  const client = await clientOf(address, who);
  // The test uses two projects, because one has room for 200 MB.
  const [one, other] = await projectsOf(city);
  const uploadWhole = async (bytes: number, name: string, project = one) => {
    const pdf = aPdf(bytes, name);
    const upload = await begin(client, String(project?.id), pdf.length);
    for (let at = 0; at < pdf.length; at += pieceBytes) {
      const data = pdf.subarray(at, at + pieceBytes);
      expect((await client.patch(upload, { headers: piece(at), data })).status()).toBe(204);
    }
    return (await addFile(client, String(project?.id), upload)).json();
  };
  // The first upload loads code and pages, which does not count as memory of files.
  expect(await uploadWhole(1_000_000, "first")).toMatchObject({ ok: true });

  await writeFile(`/proc/${pid}/clear_refs`, "5");
  const before = await megabytes(pid, "VmRSS");
  const added = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      uploadWhole(fileBytes, `file ${n + 1}`, n < 5 ? one : other),
    ),
  );
  for (const answer of added) expect(answer).toMatchObject({ ok: true });
  const peak = await megabytes(pid, "VmHWM");
  test.info().annotations.push({ type: "memory", description: `${before} MB, then ${peak} MB` });
  expect(peak - before).toBeLessThan(200);
});

/** Returns the rows of a file: none, or one. */
function filesOf(recordId: string, id: string) {
  return withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select id from "EvidenceFile" where "recordId" = $1 and id = $2`,
      [recordId, id],
    );
    return rows;
  });
}

/** Puts half a file into each place where a killed server may leave one, dated two days ago. */
async function makeLeftovers() {
  const places = [
    ["uploads-work", "take-in-killed"],
    ["files/incoming", "killed"],
  ] as const;
  for (const [folder, name] of places) {
    const path = join(dataDirectory, folder, name);
    await mkdir(join(dataDirectory, folder), { recursive: true });
    await writeFile(path, "half");
    const then = new Date(Date.now() - 48 * 60 * 60 * 1000);
    await utimes(path, then, then);
  }
  return places;
}

/** Returns a figure of Linux about a process, in megabytes. */
async function megabytes(pid: number | undefined, what: string) {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const [, kibibytes] = new RegExp(`^${what}:\\s+(\\d+) kB$`, "mu").exec(status) ?? [];
  return Math.round((Number(kibibytes) * 1024) / 1_000_000);
}
