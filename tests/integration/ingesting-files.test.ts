import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { fileLimits } from "@/lib/domain/record/file";
import { ingest, StoredFile } from "@/lib/files/ingest";
import { inspectFile } from "@/lib/files/inspect";
import { fileStorage } from "@/lib/files/storage";
import { aPdf, aPhotograph, aStoredFile, aWorkbook, onDisk, zip } from "@/tests/support/files";

async function look(bytes: Buffer | string) {
  return inspectFile(await onDisk(bytes));
}

async function readBack(sha256: string): Promise<Buffer> {
  const stream = await fileStorage().read(sha256);
  if (!stream) throw new Error("nothing is stored under this hash");
  return Buffer.from(await new Response(stream).arrayBuffer());
}

describe("the type of a file", () => {
  test("is detected from its bytes", async () => {
    const plain = sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } });
    expect(await look(await aPhotograph())).toEqual({ mediaType: "image/jpeg" });
    expect(await look(await plain.png().toBuffer())).toEqual({ mediaType: "image/png" });
    expect(await look(await plain.webp().toBuffer())).toEqual({ mediaType: "image/webp" });
    expect(await look(aPdf)).toEqual({ mediaType: "application/pdf" });
    expect(await look(aWorkbook())).toEqual({
      mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    });
    expect(await look("name;year\nภูเก็ต;๒๕๖๘\n")).toEqual({ mediaType: "text/csv" });
    expect(await look("\ufeffname,year\nabc,2025\n")).toEqual({ mediaType: "text/csv" });
  });

  test.each([
    ["nothing", "", "empty"],
    ["a drawing", '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "markup"],
    ["a drawing with its declaration", '<?xml version="1.0"?><svg></svg>', "markup"],
    ["a page", "<!DOCTYPE html><title>a,b</title>", "markup"],
    ["a page behind spaces", "  \n\n <html><body>a,b</body></html>", "markup"],
    [
      "a table with a script in it",
      `name,year\n${"a,1\n".repeat(40_000)}<script src=x>,2`,
      "markup",
    ],
    [
      "a table in another encoding",
      Buffer.from("name,year\nPh\xfaket,2025", "latin1"),
      "text_encoding",
    ],
    ["a text without columns", "Dear colleagues", "kind"],
    ["a text with a NUL", "a,b\n\u0000,c", "kind"],
    ["a program", Buffer.from("7f454c4602010100000000000000000003003e00", "hex"), "kind"],
    ["a GIF", Buffer.from("GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;", "latin1"), "kind"],
    ["a ZIP archive", zip({ "a.txt": "a" }), "kind"],
    ["a PDF cut off", aPdf.subarray(0, 40), "pdf_broken"],
    ["a PDF with an archive behind it", Buffer.concat([aPdf, Buffer.alloc(5000, 1)]), "pdf_broken"],
    ["a page before a PDF", Buffer.concat([Buffer.from("<html>,"), aPdf]), "markup"],
    ["a workbook with macros", aWorkbook({ "xl/vbaProject.bin": "Sub a()" }), "workbook_macros"],
    ["a workbook that leads out of its folder", aWorkbook({ "../../a": "a" }), "workbook_broken"],
    ["a workbook cut off", aWorkbook().subarray(0, 300), "workbook_broken"],
    [
      "a workbook of an older kind",
      Buffer.from("d0cf11e0a1b11ae1".padEnd(1200, "0"), "hex"),
      "workbook_locked",
    ],
  ])("%s is refused", async (_what, bytes, problem) => {
    expect(await look(bytes)).toEqual({ problem });
  });

  test("a workbook that unpacks to far more than its size is refused, whatever size it states", async () => {
    const bomb = aWorkbook({ "xl/worksheets/sheet1.xml": Buffer.alloc(40_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await look(bomb)).toEqual({ problem: "workbook_bomb" });
    // The same file, except that its header states a size of a hundred bytes.
    const size = Buffer.alloc(4);
    size.writeUInt32LE(40_000_000);
    const small = Buffer.alloc(4);
    small.writeUInt32LE(100);
    const damaged = Buffer.from(
      bomb.toString("latin1").replaceAll(size.toString("latin1"), small.toString("latin1")),
      "latin1",
    );
    expect(await look(damaged)).toEqual({ problem: "workbook_broken" });
  });

  test("twenty megabytes are accepted, and not one byte more", async () => {
    const table = Buffer.alloc(fileLimits.file, "a,1\n");
    expect(await look(table)).toEqual({ mediaType: "text/csv" });
    expect(await look(Buffer.concat([table, Buffer.from("\n")]))).toEqual({ problem: "too_large" });
  });
});

describe("a picture", () => {
  test("is stored without location and camera data, and upright", async () => {
    const photograph = await aPhotograph();
    const before = await sharp(photograph).metadata();
    expect(before).toMatchObject({ width: 900, height: 600, orientation: 6 });
    expect(before.exif?.toString("latin1")).toContain("A telephone");

    const { facts } = await aStoredFile(photograph);
    expect(facts).toMatchObject({ mediaType: "image/jpeg", width: 600, height: 900 });
    const kept = await readBack(facts.sha256);
    expect(createHash("sha256").update(kept).digest("hex")).toBe(facts.sha256);
    expect(kept.length).toBe(facts.bytes);
    const { exif, icc, xmp, iptc, orientation } = await sharp(kept).metadata();
    expect({ exif, icc, xmp, iptc, orientation }).toEqual({});
    expect(kept.toString("latin1")).not.toContain("A telephone");

    const preview = await sharp(await readBack(String(facts.previewSha256))).metadata();
    expect(preview).toMatchObject({ format: "webp", width: 427, height: 640 });
    expect(preview.exif).toBeUndefined();
  });

  test("is stored without data that were appended to it", async () => {
    const polyglot = Buffer.concat([
      await aPhotograph(),
      Buffer.from("<script>alert(1)</script>"),
      zip({ "a.class": "code" }),
    ]);
    const { facts } = await aStoredFile(polyglot);
    const kept = (await readBack(facts.sha256)).toString("latin1");
    expect(kept).not.toContain("<script>");
    expect(kept).not.toContain("PK\u0003\u0004");
  });

  test("that claims a hundred thousand pixels a side is not unpacked", async () => {
    const small = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    // A PNG starts with its width and height, followed by a checksum of them.
    small.writeUInt32BE(100_000, 16);
    small.writeUInt32BE(100_000, 20);
    const { crc32 } = await import("node:zlib");
    small.writeUInt32BE(crc32(small.subarray(12, 29)), 29);
    expect(await ingest(await onDisk(small))).toEqual({ problem: "picture_pixels" });
  });

  test("that is cut off is refused", async () => {
    const photograph = await aPhotograph();
    const half = await onDisk(photograph.subarray(0, photograph.length / 2));
    expect(await ingest(half)).toEqual({ problem: "picture_broken" });
  });
});

test("the same bytes uploaded twice are one stored file", async () => {
  const [first, second] = await Promise.all([aStoredFile(aPdf), aStoredFile(aPdf)]);
  expect(first).toBeInstanceOf(StoredFile);
  expect(second.facts).toEqual(first.facts);
  expect(await readBack(first.facts.sha256)).toEqual(aPdf);
  await writeFile(await onDisk(aPdf), "changed afterwards");
  expect(await readBack(first.facts.sha256)).toEqual(aPdf);
});
