import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { crc32, deflateRawSync } from "node:zlib";
import type { FileStore } from "@tus/file-store";
import sharp from "sharp";
import { ingest, StoredFile } from "@/lib/files/ingest";
import { type UploadNote, uploadStore } from "@/lib/files/uploads";

/** Returns a photograph like that of a phone: rotated by its metadata, which also names the place and the camera. */
export function aPhotograph(): Promise<Buffer> {
  return sharp({ create: { width: 900, height: 600, channels: 3, background: "#3a7" } })
    .jpeg()
    .withExif({
      IFD0: { Make: "A telephone", Orientation: "6" },
      IFD3: { GPSLatitude: "7/1 53/1 0/1", GPSLongitude: "98/1 23/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** An empty page, as the smallest valid PDF. */
export const aPdf: Buffer = pdf([
  "<< /Type /Catalog /Pages 2 0 R >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>",
]);

function pdf(objects: string[]): Buffer {
  let body = "%PDF-1.7\n";
  const offsets = objects.map((object, place) => {
    const offset = body.length;
    body += `${place + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + trailer);
}

/** Returns a workbook that contains these files beside those of every workbook. */
export function aWorkbook(more: Record<string, Buffer | string> = {}): Buffer {
  return zip({
    "[Content_Types].xml":
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "xl/workbook.xml": "<workbook/>",
    ...more,
  });
}

/** Writes bytes to the folder of finished uploads and returns the path. */
export async function onDisk(bytes: Buffer | string): Promise<string> {
  const folder = join(String(process.env["DATA_DIR"]), "brought");
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  await writeFile(path, bytes);
  return path;
}

/** Returns a file after it was inspected and stored. */
export async function aStoredFile(bytes: Buffer): Promise<StoredFile> {
  const stored = await ingest(await onDisk(bytes));
  if (!(stored instanceof StoredFile)) throw new Error(`Not taken in: ${stored.problem}`);
  return stored;
}

/** Adds an upload of a person for a record, of which `arrived` bytes were received. Returns its id. */
export async function anUpload(
  note: UploadNote,
  bytes: Buffer,
  arrived = bytes.length,
): Promise<string> {
  const id = randomUUID();
  const begun = { id, size: bytes.length, offset: 0, metadata: note };
  // The store only needs the data of the class that its type names.
  await uploadStore().create(begun as unknown as Parameters<FileStore["create"]>[0]);
  await uploadStore().write(Readable.from([bytes.subarray(0, arrived)]), id, 0);
  return id;
}

/** Returns a ZIP archive of these files, packed. */
export function zip(files: Record<string, Buffer | string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [fileName, content] of Object.entries(files)) {
    const name = Buffer.from(fileName);
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(plain), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(plain.length, 8);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(name.length, 0);
    const common = Buffer.concat([Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 33, 0]), sizes, lengths]);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, name, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), common, place, name]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
