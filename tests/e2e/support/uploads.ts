import { request as httpRequest } from "node:http";
import { type APIRequestContext, expect } from "@playwright/test";
import { cookiesOf } from "@/tests/e2e/support/clients";

export const tus = { "tus-resumable": "1.0.0" };
export const uploads = "/api/office/uploads";

/** Returns a PDF of about this many bytes, different for each name. */
export function aPdf(bytes: number, name = "report"): Buffer {
  return Buffer.concat([
    Buffer.from("%PDF-1.7\n"),
    Buffer.alloc(bytes, "0123456789"),
    Buffer.from(`\n%${name}\n%%EOF\n`),
  ]);
}

export function uploadHeaders(recordId: string, name = "report.pdf") {
  const encode = (text: string) => Buffer.from(text).toString("base64");
  return { "upload-metadata": `recordId ${encode(recordId)},name ${encode(name)}` };
}

/** Begins an upload and returns its address. */
export async function begin(request: APIRequestContext, recordId: string, bytes: number) {
  const answer = await request.post(uploads, {
    headers: { ...tus, ...uploadHeaders(recordId), "upload-length": String(bytes) },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return String(answer.headers()["location"]);
}

export function piece(offset: number) {
  return {
    ...tus,
    "upload-offset": String(offset),
    "content-type": "application/offset+octet-stream",
  };
}

/** Returns the number of bytes of an upload that have arrived. */
export async function offsetOf(request: APIRequestContext, address: string) {
  const answer = await request.head(address, { headers: tus });
  return Number(answer.headers()["upload-offset"]);
}

/** Announces the rest of a file, sends this many bytes of it, and closes the connection. */
export async function sendAndBreak(
  client: APIRequestContext,
  url: string,
  bytes: Buffer,
  sent: number,
  pull: (request: { destroy: () => void }) => void = (request) => request.destroy(),
) {
  const cookie = await cookiesOf(client);
  await new Promise<void>((resolve) => {
    const patch = httpRequest(url, {
      method: "PATCH",
      headers: { ...piece(0), cookie, origin: new URL(url).origin, "content-length": bytes.length },
    });
    patch.on("error", () => {});
    patch.on("close", resolve);
    patch.write(bytes.subarray(0, sent), () => pull(patch));
  });
}

/** Asks the server to make an upload a file of the project. */
export function addFile(request: APIRequestContext, recordId: string, address: string) {
  return request.post(`/api/office/records/${recordId}/files`, {
    data: { uploadId: address.split("/").at(-1) },
  });
}
