import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withTestDatabase } from "@/tests/e2e/support/database";

/** Words that a visitor must never see. They are written into every private text column. */
export const marker = `private-${randomUUID()}`;

const isStaff = (role: string) => role === "editor" || role === "lead";
const isSecretariat = (role: string) => role === "reviewer" || role === "administrator";
/** Returns true when the role may read the text; `isOwn` is true for the person's own city or country. */
type Reads = (role: string, isOwn: boolean) => boolean;
const draft: Reads = (role, isOwn) => (isOwn && isStaff(role)) || role === "administrator";
const review: Reads = (role, isOwn) => isOwn || isSecretariat(role);

/** Who may read each kind of private text. */
const reads = {
  draft,
  internal: draft,
  change: draft,
  file: draft,
  discussion: (role, isOwn) => isOwn && isStaff(role),
  submission: review,
  decision: review,
  comment: review,
  thread: review,
  rating: review,
  hold: review,
  timeline: review,
  extension: review,
  note: isSecretariat,
  // These belong to one person: the lead's import, the editor's views and notices.
  import: (role, isOwn) => isOwn && role === "lead",
  view: (role, isOwn) => isOwn && role === "editor",
  notice: (role, isOwn) => isOwn && role === "editor",
  // Feedback about a city's page is for the city too; the address of its sender is for those who may answer.
  feedback: (role, isOwn) => (isOwn && isStaff(role)) || isSecretariat(role),
  sender: (role, isOwn) => (isOwn && isStaff(role)) || isSecretariat(role),
  translation: (role) => role === "administrator",
  answer: (role, isOwn) => (isOwn && isStaff(role)) || isSecretariat(role),
  // The reason is shown to the city while the record is withheld, and on no page afterwards.
  withholding: () => false,
} as const satisfies Record<string, Reads>;

export type PrivateWord = keyof typeof reads;
export const privateWords = Object.keys(reads) as PrivateWord[];

/** Returns the private words in a text, each with its city. */
export function wordsIn(text: string): { word: PrivateWord; city: string }[] {
  return [...text.matchAll(new RegExp(`${marker} (\\w+) of ([a-z-]+)`, "gu"))].map(
    ([, word, city]) => ({ word: word as PrivateWord, city: String(city) }),
  );
}

/** Returns true when this role may read this word; `isOwn` is true for their city or country. */
export function mayRead(word: PrivateWord, role: string, isOwn: boolean): boolean {
  return reads[word](role, isOwn);
}

/** The ids of the marked rows in each of two cities. */
export type Marked = Record<
  | "submission"
  | "asked"
  | "thread"
  | "change"
  | "import"
  | "report"
  | "file"
  | "feedback"
  | "translation",
  string
>;

/** Marks every draft and every name, and in these cities one row of each private kind. */
export async function markPrivateColumns(cities: Record<string, Marked>): Promise<void> {
  await withTestDatabase(async (client) => {
    await client.query(
      `update "Draft" d set "internalNotes" = $1 || ' internal of ' || c.slug,
         content = jsonb_set(content, case when content ? 'title' then '{title}'::text[] else '{vision}'::text[] end,
           to_jsonb($1 || ' draft of ' || c.slug))
         from "Record" r join "City" c on c.id = r."cityId" where r.id = d."recordId"`,
      [marker],
    );
    await client.query(`update "Person" set name = $1 || ' ' || left(id::text, 8)`, [marker]);
    for (const [city, ids] of Object.entries(cities)) {
      const said = (word: PrivateWord) => `${marker} ${word} of ${city}`;
      const add = (sql: string, ...values: string[]) => client.query(sql, values);
      const send = (id: string, state: string) =>
        add(
          `insert into "Submission" (id, "recordId", "cityId", content, "contentHash", "draftVersion",
              "changedFields", "needsClearance", state, "submittedAt", "submittedById")
           select $1, r.id, c.id, jsonb_set(d.content, '{title}', to_jsonb($3::text)), repeat('0', 64), 1, 1, true,
              $4::"SubmissionState", now(), p.id
             from "City" c join "Project" r on r."cityId" = c.id join "Draft" d on d."recordId" = r.id
             join "Grant" g on g."cityId" = c.id and g.role = 'lead' join "Person" p on p.id = g."personId"
            where c.slug = $2 and not exists (select 1 from "Submission" s
              where s."recordId" = r.id and s.state in ('submitted', 'cleared'))
            order by r.slug limit 1`,
          id,
          city,
          said("submission"),
          state,
        );
      await send(ids.asked, "clarification_asked");
      await add(
        `insert into "Decision" (id, "submissionId", kind, reason, "bySubmitter", "decidedAt", "decidedById")
         select gen_random_uuid(), id, 'clarification_asked', $2, false, now(), "submittedById" from "Submission" where id = $1`,
        ids.asked,
        said("decision"),
      );
      await send(ids.submission, "submitted");
      const beside = (sql: string, word: PrivateWord, ...more: string[]) =>
        add(`${sql} from "Submission" s where s.id = $1`, ids.submission, said(word), ...more);
      await beside(
        `insert into "Comment" (id, "submissionId", text, at, "byId")
         select gen_random_uuid(), id, $2, now(), "submittedById"`,
        "comment",
      );
      await add(
        `with asked as (
           insert into "Thread" (id, "recordId", "cityId", "submissionId", field, "openedAt", "openedById", suggestion)
           select $2, s."recordId", s."cityId", s.id, 'summary', now(), g."personId",
                  jsonb_build_object('part', null, 'seen', '', 'value', $3::text)
             from "Submission" s, "Grant" g where s.id = $1 and g.role = 'reviewer' limit 1 returning *)
         insert into "Comment" (id, "submissionId", "threadId", text, at, "byId")
         select gen_random_uuid(), "submissionId", id, $3, now(), "openedById" from asked`,
        ids.submission,
        ids.thread,
        said("thread"),
      );
      await beside(
        `insert into "EvidenceRating" (id, "recordId", "submissionId", claim, level, sentence, at, "byId")
         select gen_random_uuid(), "recordId", id, 'progress', 'limited', $2, now(), "submittedById"`,
        "rating",
      );
      await beside(
        `insert into "Hold" (id, "submissionId", reason, "heldAt", "heldById")
         select gen_random_uuid(), id, $2, now(), "submittedById"`,
        "hold",
      );
      await beside(
        `insert into "InternalNote" (id, "submissionId", text, at, "byId")
         select gen_random_uuid(), id, $2, now(), "submittedById"`,
        "note",
      );
      await beside(
        `insert into "DraftComment" (id, "recordId", text, at, "byId")
         select gen_random_uuid(), "recordId", $2, now(), "submittedById"`,
        "discussion",
      );
      await beside(
        `insert into "DraftChange" (id, "recordId", field, before, after, at, "byId")
         select $3::uuid, "recordId", 'dataNote', to_jsonb($2::text), '""', now(), "submittedById"`,
        "change",
        ids.change,
      );
      await beside(
        `insert into "TimelineEntry" (id, at, "byId", kind, "recordId", "cityId", "submissionId", detail)
         select gen_random_uuid(), now(), "submittedById", 'commented', "recordId", "cityId", id, jsonb_build_object('text', $2::text)`,
        "timeline",
      );
      await beside(
        `insert into "Withholding" (id, "recordId", reason, notice, at, "byId", "endedAt", "endedById")
         select gen_random_uuid(), "recordId", $2, 'Looked into.', now(), "submittedById", now(), "submittedById"`,
        "withholding",
      );
      await beside(
        `insert into "EvidenceFile" (id, "recordId", sha256, name, "mediaType", bytes, at, "byId")
         select $3::uuid, "recordId", $4, $2, 'text/csv', $5::int, now(), "submittedById"`,
        "file",
        ids.file,
        keepFile(said("file")),
        String(said("file").length),
      );
      await beside(
        `insert into "SheetImport" (id, "planId", "cityId", "fileName", at, "byId", tables)
         select $3::uuid, (select "planId" from "Project" where id = s."recordId"), "cityId", $2, now(), "submittedById", '[]'`,
        "import",
        ids.import,
      );
      await add(
        `insert into "SavedView" (id, "personId", name, query, at)
         select gen_random_uuid(), g."personId", $2, '', now() from "Grant" g join "City" c on c.id = g."cityId"
          where c.slug = $1 and g.role = 'editor'`,
        city,
        said("view"),
      );
      await add(
        `insert into "Notice" (id, "personId", kind, event, at, detail, "cityId")
         select gen_random_uuid(), g."personId", 'commented', gen_random_uuid()::text, now(),
                jsonb_build_object('title', $2::text, 'city', c.name), c.id
           from "Grant" g join "City" c on c.id = g."cityId" where c.slug = $1 and g.role = 'editor'`,
        city,
        said("notice"),
      );
      await add(
        `with sent as (
           insert into "Feedback" (id, kind, about, locale, text, email, at, "cityId")
           select $3::uuid, 'page', '/cities/' || slug, 'en', $2, $4, now(), id from "City" where slug = $1 returning *)
         insert into "FeedbackStep" (id, "feedbackId", kind, text, at, "byId")
         select gen_random_uuid(), sent.id, 'answered', $5, now(), g."personId"
           from sent join "Grant" g on g."cityId" = sent."cityId" and g.role = 'lead' limit 1`,
        city,
        said("feedback"),
        ids.feedback,
        said("sender"),
        said("answer"),
      );
      await add(
        `insert into "Feedback" (id, kind, about, locale, text, better, at)
         values ($3::uuid, 'translation', '/cities/' || $1, 'km', $2, $2, now())`,
        city,
        said("translation"),
        ids.translation,
      );
      await add(
        `with report as (
           insert into "Report" (id, slug, name, "asOf", "opensAt", "dueAt", "createdAt")
           values (gen_random_uuid(), $3, 'A report', '2026-09-30', now() - interval '1 day', now() + interval '9 days', now())
           on conflict (slug) do update set name = excluded.name returning id)
         insert into "ReportExtension" (id, "reportId", "cityId", until, reason, "grantedAt", "grantedById")
         select gen_random_uuid(), report.id, c.id, now() + interval '20 days', $2, now(), g."personId"
           from report, "City" c join "Grant" g on g."cityId" = c.id where c.slug = $1 limit 1`,
        city,
        said("extension"),
        ids.report,
      );
    }
  });
}

/** Stores a file with this text in the server's storage and returns its hash. */
function keepFile(text: string): string {
  const sha256 = createHash("sha256").update(text).digest("hex");
  const folder = join(
    `.data/e2e/${process.env["E2E_PORT"]}/files`,
    sha256.slice(0, 2),
    sha256.slice(2, 4),
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, sha256), text);
  return sha256;
}

/** Returns the e-mail addresses of a city's people. */
export function addressesOf(city: string): Promise<string[]> {
  return withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select distinct p.email from "Person" p join "Grant" g on g."personId" = p.id join "City" c on c.id = g."cityId" where c.slug = $1`,
      [city],
    );
    return rows.map(({ email }) => email);
  });
}
