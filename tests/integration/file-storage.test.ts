import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, statSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { directoryStorage } from "@/lib/files/directory";
import { s3Storage } from "@/lib/files/s3";
import type { FileStorage } from "@/lib/files/storage";
import { listUploads } from "@/lib/files/uploads";
import { readSettings } from "@/lib/settings/settings.mjs";
import { onDisk } from "@/tests/support/files";

const bucket = "evidence";
const folder = mkdtempSync(join(tmpdir(), "tracker-storage-"));
const credentials = { region: "us-east-1", key: "S3RVER", secret: "S3RVER" };
const server = new S3rver({
  port: 0,
  address: "127.0.0.1",
  silent: true,
  directory: join(folder, "s3"),
  configureBuckets: [{ name: bucket, configs: [] }],
});
let endpoint = "";

beforeAll(async () => {
  const { port }: AddressInfo = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(() => server.close());

const kinds: [string, () => FileStorage][] = [
  ["a folder", () => directoryStorage(join(folder, "files"))],
  ["a bucket", () => s3Storage({ endpoint, bucket, ...credentials })],
];

describe.each(kinds)("%s", (_kind, make) => {
  test("returns a stored file, whole and in part", async () => {
    const storage = make();
    const bytes = randomBytes(3_000_000);
    const file = await toPut(bytes);
    await storage.put(file);
    expect((await all(await storage.read(file.sha256)))?.equals(bytes)).toBe(true);
    const part = await all(await storage.read(file.sha256, { start: 100, end: 199 }));
    expect(part?.equals(bytes.subarray(100, 200))).toBe(true);
  });

  test("stores the same bytes repeatedly and at once", async () => {
    const storage = make();
    const file = await toPut(randomBytes(200_000));
    await Promise.all(Array.from({ length: 5 }, () => storage.put(file)));
    expect((await all(await storage.read(file.sha256)))?.length).toBe(200_000);
  });

  test("has nothing under an unknown hash", async () => {
    expect(await make().read("0".repeat(64))).toBeNull();
  });
});

test("a folder's files are for the account alone that runs the process, whatever its umask is", async () => {
  const before = process.umask(0o022);
  try {
    await directoryStorage(join(folder, "private")).put(await toPut(randomBytes(1000)));
  } finally {
    process.umask(before);
  }
  const entries = readdirSync(join(folder, "private"), { recursive: true, withFileTypes: true });
  expect(entries.length).toBeGreaterThan(2);
  for (const { parentPath, name } of entries)
    expect(statSync(join(parentPath, name)).mode & 0o077, name).toBe(0);
});

test("the first upload of an installation finds its folder", async () => {
  expect(await listUploads()).toEqual(new Map());
});

test("a folder holds a file only under its hash, and never half of one", async () => {
  const storage = directoryStorage(join(folder, "alone"));
  const file = await toPut(randomBytes(1000));
  await storage.put(file);
  const names = readdirSync(join(folder, "alone"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
  expect(names).toEqual([file.sha256]);
  await expect(storage.put({ ...file, path: `${file.path}-gone` })).rejects.toThrow("ENOENT");
  expect(await all(await storage.read(file.sha256))).toHaveLength(1000);
});

test("a wrong key and a missing bucket are reported", async () => {
  const file = await toPut(randomBytes(1000));
  const locked = s3Storage({ endpoint, bucket, ...credentials, key: "another" });
  await expect(locked.put(file)).rejects.toThrow("did not keep a file: 403");
  await expect(locked.read(file.sha256)).rejects.toThrow("did not read a file: 403");
  const missing = s3Storage({ endpoint, bucket: "not-there", ...credentials });
  await expect(missing.put(file)).rejects.toThrow("NoSuchBucket");
});

test("the five settings of a bucket go together", () => {
  const all = {
    FILES_S3_ENDPOINT: "https://s3.example.org/",
    FILES_S3_BUCKET: bucket,
    FILES_S3_REGION: "r",
    FILES_S3_KEY: "k",
    FILES_S3_SECRET: "s",
  };
  const { settings } = readSettings(all);
  expect(settings.FILES_S3).toEqual({
    endpoint: "https://s3.example.org",
    bucket,
    region: "r",
    key: "k",
    secret: "s",
  });
  expect(readSettings({}).settings.FILES_S3).toBeUndefined();
  const { FILES_S3_SECRET: _secret, ...four } = all;
  const { problems } = readSettings({ ...four, FILES_S3_ENDPOINT: "s3.example.org" });
  expect(problems.map((problem) => problem.name).filter((name) => /S3/u.test(name))).toEqual([
    "FILES_S3_ENDPOINT",
    "FILES_S3_SECRET",
  ]);
});

async function toPut(bytes: Buffer) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path: await onDisk(bytes), sha256, mediaType: "application/pdf" };
}

async function all(stream: ReadableStream<Uint8Array> | null) {
  return stream && Buffer.from(await new Response(stream).arrayBuffer());
}
