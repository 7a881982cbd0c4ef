-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('first_publication', 'update', 'confirmation', 'closing');

-- CreateEnum
CREATE TYPE "SuggestionAnswer" AS ENUM ('accepted', 'declined');

-- CreateEnum
CREATE TYPE "RatedClaim" AS ENUM ('completion', 'progress');

-- CreateEnum
CREATE TYPE "EvidenceLevel" AS ENUM ('none', 'limited', 'substantial', 'complete');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('queued', 'sent', 'failed');

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "assignedToId" UUID,
ADD COLUMN     "change" "ChangeKind" NOT NULL DEFAULT 'update',
ADD COLUMN     "publishAt" TIMESTAMPTZ(3),
ADD COLUMN     "scheduledById" UUID;

-- DropIndex
DROP INDEX "Mention_personId_seenAt_idx";

-- AlterTable
ALTER TABLE "Mention" DROP COLUMN "seenAt";

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "threadId" UUID;

-- AlterTable
ALTER TABLE "Edition" ADD COLUMN     "correction" TEXT;

-- AlterTable
ALTER TABLE "EditionSpan" ADD COLUMN     "isWithheld" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'en',
ADD COLUMN     "timeZone" TEXT;

-- AlterTable
ALTER TABLE "Grant" ADD COLUMN     "handedFromId" UUID,
ADD COLUMN     "isAlternate" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "TimelineEntry" ADD COLUMN     "chain" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "hash" CHAR(64) NOT NULL DEFAULT '',
ADD COLUMN     "place" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "itemId" UUID,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedById" UUID NOT NULL,
    "suggestion" JSONB,
    "answer" "SuggestionAnswer",
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InternalNote" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "InternalNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Hold" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "heldAt" TIMESTAMPTZ(3) NOT NULL,
    "heldById" UUID NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "releasedById" UUID,

    CONSTRAINT "Hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceRating" (
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "claim" "RatedClaim" NOT NULL,
    "level" "EvidenceLevel" NOT NULL,
    "sentence" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "EvidenceRating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Withholding" (
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "notice" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "Withholding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChainHead" (
    "chain" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "ChainHead_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "PublishedHead" (
    "day" DATE NOT NULL,
    "chain" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PublishedHead_pkey" PRIMARY KEY ("day","chain")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "opensAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "printed" JSONB,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportExtension" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "grantedById" UUID NOT NULL,

    CONSTRAINT "ReportExtension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportFreeze" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "frozenAt" TIMESTAMPTZ(3) NOT NULL,
    "frozenById" UUID,
    "correction" TEXT NOT NULL DEFAULT '',
    "beforeId" UUID,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "ReportFreeze_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportEdition" (
    "freezeId" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "cityId" UUID NOT NULL,

    CONSTRAINT "ReportEdition_pkey" PRIMARY KEY ("freezeId","editionId")
);

-- CreateTable
CREATE TABLE "ReportRecord" (
    "reportId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "title" TEXT,
    "state" TEXT NOT NULL,

    CONSTRAINT "ReportRecord_pkey" PRIMARY KEY ("reportId","recordId")
);

-- CreateTable
CREATE TABLE "ReportFile" (
    "freezeId" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "bytes" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportFile_pkey" PRIMARY KEY ("freezeId","format")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "cityId" UUID,
    "recordId" UUID,
    "submissionId" UUID,
    "threadId" UUID,
    "reportId" UUID,
    "readAt" TIMESTAMPTZ(3),
    "mailId" UUID,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeChoice" (
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "byMail" BOOLEAN NOT NULL,

    CONSTRAINT "NoticeChoice_pkey" PRIMARY KEY ("personId","kind")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "isDigest" BOOLEAN NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "takenAt" TIMESTAMPTZ(3),
    "lastError" TEXT,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Thread_recordId_openedAt_idx" ON "Thread"("recordId", "openedAt");

-- CreateIndex
CREATE INDEX "Thread_submissionId_idx" ON "Thread"("submissionId");

-- CreateIndex
CREATE INDEX "InternalNote_submissionId_at_idx" ON "InternalNote"("submissionId", "at");

-- CreateIndex
CREATE INDEX "Hold_submissionId_idx" ON "Hold"("submissionId");

-- CreateIndex
CREATE INDEX "EvidenceRating_recordId_claim_at_idx" ON "EvidenceRating"("recordId", "claim", "at");

-- CreateIndex
CREATE INDEX "EvidenceRating_submissionId_idx" ON "EvidenceRating"("submissionId");

-- CreateIndex
CREATE INDEX "Withholding_recordId_idx" ON "Withholding"("recordId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_slug_key" ON "Report"("slug");

-- CreateIndex
CREATE INDEX "Report_opensAt_idx" ON "Report"("opensAt");

-- CreateIndex
CREATE INDEX "ReportExtension_reportId_cityId_grantedAt_idx" ON "ReportExtension"("reportId", "cityId", "grantedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReportFreeze_reportId_number_key" ON "ReportFreeze"("reportId", "number");

-- CreateIndex
CREATE INDEX "ReportEdition_editionId_idx" ON "ReportEdition"("editionId");

-- CreateIndex
CREATE INDEX "ReportEdition_freezeId_cityId_idx" ON "ReportEdition"("freezeId", "cityId");

-- CreateIndex
CREATE INDEX "ReportRecord_reportId_cityId_idx" ON "ReportRecord"("reportId", "cityId");

-- CreateIndex
CREATE INDEX "Notice_personId_at_idx" ON "Notice"("personId", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Notice_personId_event_key" ON "Notice"("personId", "event");

-- CreateIndex
CREATE INDEX "Mail_state_queuedAt_idx" ON "Mail"("state", "queuedAt");

-- CreateIndex
CREATE INDEX "Comment_threadId_at_idx" ON "Comment"("threadId", "at");

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_assignedToId_fkey" FOREIGN KEY ("assignedToId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_scheduledById_fkey" FOREIGN KEY ("scheduledById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InternalNote" ADD CONSTRAINT "InternalNote_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InternalNote" ADD CONSTRAINT "InternalNote_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_heldById_fkey" FOREIGN KEY ("heldById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_releasedById_fkey" FOREIGN KEY ("releasedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceRating" ADD CONSTRAINT "EvidenceRating_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceRating" ADD CONSTRAINT "EvidenceRating_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceRating" ADD CONSTRAINT "EvidenceRating_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Withholding" ADD CONSTRAINT "Withholding_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Withholding" ADD CONSTRAINT "Withholding_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Withholding" ADD CONSTRAINT "Withholding_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_handedFromId_fkey" FOREIGN KEY ("handedFromId") REFERENCES "Grant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportExtension" ADD CONSTRAINT "ReportExtension_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportExtension" ADD CONSTRAINT "ReportExtension_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportExtension" ADD CONSTRAINT "ReportExtension_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportFreeze" ADD CONSTRAINT "ReportFreeze_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportFreeze" ADD CONSTRAINT "ReportFreeze_frozenById_fkey" FOREIGN KEY ("frozenById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportFreeze" ADD CONSTRAINT "ReportFreeze_beforeId_fkey" FOREIGN KEY ("beforeId") REFERENCES "ReportFreeze"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportEdition" ADD CONSTRAINT "ReportEdition_freezeId_fkey" FOREIGN KEY ("freezeId") REFERENCES "ReportFreeze"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportEdition" ADD CONSTRAINT "ReportEdition_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportEdition" ADD CONSTRAINT "ReportEdition_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportRecord" ADD CONSTRAINT "ReportRecord_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportRecord" ADD CONSTRAINT "ReportRecord_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportRecord" ADD CONSTRAINT "ReportRecord_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportFile" ADD CONSTRAINT "ReportFile_freezeId_fkey" FOREIGN KEY ("freezeId") REFERENCES "ReportFreeze"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeChoice" ADD CONSTRAINT "NoticeChoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── By hand ──

-- What a submission would do is said in one column.
ALTER TABLE "Submission" DISABLE TRIGGER refuse_change_of_submission;
UPDATE "Submission" s SET change = CASE
  WHEN s."isConfirmation" THEN 'confirmation'
  WHEN NOT EXISTS (SELECT 1 FROM "Edition" e WHERE e."recordId" = s."recordId" AND e."publishedAt" < s."submittedAt")
    THEN 'first_publication'
  ELSE 'update' END::"ChangeKind";
ALTER TABLE "Submission" ENABLE TRIGGER refuse_change_of_submission;
ALTER TABLE "Submission" DROP COLUMN "isConfirmation";

-- A submission is a copy for good: only how far it has come moves.
CREATE OR REPLACE FUNCTION refuse_change_of_submission() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moving CONSTANT text[] := ARRAY['state', 'assignedToId', 'publishAt', 'scheduledById'];
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - moving <> to_jsonb(OLD) - moving THEN
    RAISE EXCEPTION 'A submission is only ever decided on';
  END IF;
  RETURN NEW;
END $$;
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_schedule_is_whole"
  CHECK (("publishAt" IS NULL) = ("scheduledById" IS NULL));

-- The queue: what is open is never much, what is decided grows for ever.
CREATE INDEX "Submission_open_idx" ON "Submission" ("submittedAt", id) WHERE state IN ('submitted', 'cleared');
CREATE INDEX "Submission_decided_idx" ON "Submission" ("submittedAt" DESC, id DESC)
  WHERE state IN ('approved', 'clarification_asked', 'withdrawn');
CREATE INDEX "Submission_due_idx" ON "Submission" ("publishAt") WHERE state IN ('submitted', 'cleared') AND "publishAt" IS NOT NULL;
CREATE INDEX "Decision_decidedAt_idx" ON "Decision" ("decidedAt");
CREATE INDEX "Edition_cityId_publishedAt_idx" ON "Edition" ("cityId", "publishedAt" DESC);

CREATE UNIQUE INDEX "Hold_one_open" ON "Hold" ("submissionId") WHERE "releasedAt" IS NULL;
CREATE UNIQUE INDEX "Withholding_one_open" ON "Withholding" ("recordId") WHERE "endedAt" IS NULL;
-- What was done with a report is told beside it.
CREATE INDEX "TimelineEntry_report_idx" ON "TimelineEntry" ((detail ->> 'report'))
  WHERE (detail ->> 'report') IS NOT NULL;
CREATE INDEX "Thread_open_idx" ON "Thread" ("recordId") WHERE "resolvedAt" IS NULL;
CREATE INDEX "Notice_unread_idx" ON "Notice" ("personId") WHERE "readAt" IS NULL;
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_has_a_reason" CHECK (reason <> '');
ALTER TABLE "Withholding" ADD CONSTRAINT "Withholding_says_why" CHECK (reason <> '' AND notice <> '');
ALTER TABLE "EvidenceRating" ADD CONSTRAINT "EvidenceRating_says_why" CHECK (sentence <> '');
ALTER TABLE "Report" ADD CONSTRAINT "Report_runs_forward"
  CHECK ("opensAt" < "dueAt" AND ("opensAt" IS NULL) = ("dueAt" IS NULL));
ALTER TABLE "ReportExtension" ADD CONSTRAINT "ReportExtension_has_a_reason" CHECK (reason <> '');
ALTER TABLE "ReportFreeze" ADD CONSTRAINT "ReportFreeze_correction_is_said" CHECK (number = 1 OR correction <> '');
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_alternate_represents" CHECK (NOT "isAlternate" OR role = 'representative');

-- The timeline is a chain for each city, and one for the network: every entry holds a hash over the one before. The
-- head's row is locked until the transaction ends, so that two writers never follow the same entry.
CREATE FUNCTION canonical_json(value jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
  -- RFC 8785, for the whole numbers and the plain names that entries have.
  RETURN CASE jsonb_typeof(value)
    WHEN 'object' THEN '{' || coalesce((
      SELECT string_agg(to_json(key)::text || ':' || canonical_json(each), ',' ORDER BY key COLLATE "C")
      FROM jsonb_each(value) AS member(key, each)), '') || '}'
    WHEN 'array' THEN '[' || coalesce((
      SELECT string_agg(canonical_json(each), ',' ORDER BY place)
      FROM jsonb_array_elements(value) WITH ORDINALITY AS element(each, place)), '') || ']'
    ELSE value::text END;
END $$;

CREATE FUNCTION chain_timeline_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  head "ChainHead";
BEGIN
  NEW.chain := coalesce(NEW."cityId"::text, 'network');
  SELECT * INTO head FROM "ChainHead" WHERE chain = NEW.chain FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO "ChainHead" (chain, place, hash) VALUES (NEW.chain, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM "ChainHead" WHERE chain = NEW.chain FOR UPDATE;
  END IF;
  NEW.place := head.place + 1;
  NEW.hash := encode(sha256(convert_to(canonical_json(jsonb_build_object(
    'previous', head.hash, 'chain', NEW.chain, 'place', NEW.place, 'id', NEW.id, 'kind', NEW.kind, 'detail', NEW.detail,
    'at', to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'by', NEW."byId", 'record', NEW."recordId", 'submission', NEW."submissionId", 'person', NEW."personId")), 'UTF8')), 'hex');
  UPDATE "ChainHead" SET place = NEW.place, hash = NEW.hash WHERE chain = NEW.chain;
  RETURN NEW;
END $$;

-- Entries from before there was a chain are put into one, by writing them again, with the hash of the edition they
-- tell of: so the chain vouches for editions too.
CREATE TEMPORARY TABLE entries_before ON COMMIT DROP AS SELECT * FROM "TimelineEntry";
UPDATE entries_before t SET detail = t.detail || jsonb_build_object('hash', e.hash::text) FROM "Edition" e
  WHERE t.kind IN ('published', 'imported') AND e."recordId" = t."recordId" AND e.number = (t.detail ->> 'number')::int;
ALTER TABLE "TimelineEntry" DISABLE TRIGGER refuse_change;
DELETE FROM "TimelineEntry";
ALTER TABLE "TimelineEntry" ENABLE TRIGGER refuse_change;
CREATE TRIGGER chain_timeline_entry BEFORE INSERT ON "TimelineEntry"
  FOR EACH ROW EXECUTE FUNCTION chain_timeline_entry();
INSERT INTO "TimelineEntry" SELECT * FROM entries_before ORDER BY at, id;
CREATE UNIQUE INDEX "TimelineEntry_chain_place_key" ON "TimelineEntry" (chain, place);

-- History is only ever added to.
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "InternalNote"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "InternalNote"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "EvidenceRating"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "EvidenceRating"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "PublishedHead"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "PublishedHead"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "ReportFreeze"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "ReportFreeze"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "ReportEdition"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "ReportEdition"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "ReportExtension"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "ReportExtension"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "ReportRecord"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "ReportRecord"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "ReportFile"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "ReportFile"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A freeze gets its editions in the transaction that makes it, and never another one.
CREATE FUNCTION refuse_late_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "ReportFreeze" f
      WHERE f.id = NEW."freezeId" AND f.xmin::text::bigint = pg_current_xact_id()::text::bigint % 4294967296) THEN
    RAISE EXCEPTION 'A freeze is complete once it is made';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_late_edition BEFORE INSERT ON "ReportEdition"
  FOR EACH ROW EXECUTE FUNCTION refuse_late_edition();
