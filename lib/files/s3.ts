import "server-only";
import { openAsBlob } from "node:fs";
import { AwsClient } from "aws4fetch";
import type { FileStorage } from "@/lib/files/storage";

export type S3Settings = {
  endpoint: string;
  bucket: string;
  region: string;
  key: string;
  secret: string;
};

/** Stores files in a bucket of any S3 service, under files/ab/cd/abcd…. The service checks the hash itself. */
export function s3Storage({ endpoint, bucket, region, key, secret }: S3Settings): FileStorage {
  const client = new AwsClient({
    accessKeyId: key,
    secretAccessKey: secret,
    region,
    service: "s3",
    retries: 3,
  });
  const addressOf = (sha256: string) =>
    [endpoint, bucket, "files", sha256.slice(0, 2), sha256.slice(2, 4), sha256].join("/");
  return {
    async put({ path, sha256, mediaType }) {
      const answer = await client.fetch(addressOf(sha256), {
        method: "PUT",
        // The blob of a file is read while it is sent, so memory does not grow with it.
        body: await openAsBlob(path),
        headers: { "content-type": mediaType, "x-amz-content-sha256": sha256 },
      });
      if (!answer.ok) throw new Error(await complaint("keep", answer));
      await answer.body?.cancel();
    },
    async read(sha256, range) {
      const answer = await client.fetch(
        addressOf(sha256),
        range && { headers: { range: `bytes=${range.start}-${range.end}` } },
      );
      if (answer.ok) return answer.body;
      if (answer.status !== 404) throw new Error(await complaint("read", answer));
      await answer.body?.cancel();
      return null;
    },
    async remove(sha256) {
      const answer = await client.fetch(addressOf(sha256), { method: "DELETE" });
      if (!answer.ok && answer.status !== 404) throw new Error(await complaint("remove", answer));
      await answer.body?.cancel();
    },
  };
}

async function complaint(verb: string, answer: Response) {
  return `The S3 storage did not ${verb} a file: ${answer.status} ${(await answer.text()).slice(0, 500)}`;
}
