import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withTestDatabase } from "@/tests/e2e/support/database";

/** Attaches a file of evidence to an edition of a city's project, as publishing does, and returns its id. */
export async function aPublicFile(city: string): Promise<string> {
  const id = randomUUID();
  const text = `city,file\n${city},${id}\n`;
  const sha256 = createHash("sha256").update(text).digest("hex");
  const folder = join(
    `.data/e2e/${process.env["E2E_PORT"]}/files`,
    sha256.slice(0, 2),
    sha256.slice(2, 4),
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, sha256), text);
  await withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `insert into "EvidenceFile" (id, "recordId", sha256, name, "mediaType", bytes, at, "byId")
       select $1, s."recordId", $2, 'table.csv', 'text/csv', $3, now(), (select id from "Person" limit 1)
       from "EditionPeriod" s join "City" c on c.id = s."cityId"
       where c.slug = $4 and s.kind = 'project' and s."untilDay" is null limit 1 returning "recordId"`,
      [id, sha256, text.length, city],
    );
    await client.query(
      `insert into "EditionFile" ("editionId", "fileId")
       select "editionId", $1 from "EditionPeriod" where "recordId" = $2 and "untilDay" is null`,
      [id, rows[0].recordId],
    );
  });
  return id;
}
