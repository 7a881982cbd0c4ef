-- AlterTable
ALTER TABLE "DraftChange" ADD COLUMN     "saveId" UUID;

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "isConfirmation" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Save" (
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "Save_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftComment" (
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "DraftComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mention" (
    "commentId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("commentId","personId")
);

-- CreateTable
CREATE TABLE "EvidenceFile" (
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "previewSha256" CHAR(64),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "EvidenceFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EditionFile" (
    "editionId" UUID NOT NULL,
    "fileId" UUID NOT NULL,

    CONSTRAINT "EditionFile_pkey" PRIMARY KEY ("editionId","fileId")
);

-- CreateTable
CREATE TABLE "SheetImport" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "exportedAt" TIMESTAMPTZ(3),
    "tables" JSONB NOT NULL,
    "mapping" JSONB,
    "appliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SheetImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SheetMapping" (
    "cityId" UUID NOT NULL,
    "heading" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SheetMapping_pkey" PRIMARY KEY ("cityId","heading")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DraftComment_recordId_at_idx" ON "DraftComment"("recordId", "at");

-- CreateIndex
CREATE INDEX "Mention_personId_seenAt_idx" ON "Mention"("personId", "seenAt");

-- CreateIndex
CREATE INDEX "EvidenceFile_recordId_idx" ON "EvidenceFile"("recordId");

-- CreateIndex
CREATE INDEX "EditionFile_fileId_idx" ON "EditionFile"("fileId");

-- CreateIndex
CREATE INDEX "SheetImport_planId_at_idx" ON "SheetImport"("planId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_personId_name_key" ON "SavedView"("personId", "name");

-- CreateIndex
CREATE INDEX "DraftChange_recordId_at_id_idx" ON "DraftChange"("recordId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "DraftChange_saveId_idx" ON "DraftChange"("saveId");

-- AddForeignKey
ALTER TABLE "Save" ADD CONSTRAINT "Save_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Save" ADD CONSTRAINT "Save_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftChange" ADD CONSTRAINT "DraftChange_saveId_fkey" FOREIGN KEY ("saveId") REFERENCES "Save"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftComment" ADD CONSTRAINT "DraftComment_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftComment" ADD CONSTRAINT "DraftComment_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "DraftComment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditionFile" ADD CONSTRAINT "EditionFile_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditionFile" ADD CONSTRAINT "EditionFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "EvidenceFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SheetImport" ADD CONSTRAINT "SheetImport_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SheetImport" ADD CONSTRAINT "SheetImport_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SheetImport" ADD CONSTRAINT "SheetImport_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SheetMapping" ADD CONSTRAINT "SheetMapping_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is written by hand: rules that Prisma's schema language cannot say.

-- What a list of drafts sorts and filters by, so that it need not open every draft's content.
ALTER TABLE "Draft"
  ADD COLUMN "title" TEXT GENERATED ALWAYS AS (content ->> 'title') STORED,
  ADD COLUMN "stage" TEXT GENERATED ALWAYS AS (content ->> 'stage') STORED,
  ADD COLUMN "schedule" TEXT GENERATED ALWAYS AS (content ->> 'schedule') STORED,
  ADD COLUMN "startsOn" TEXT GENERATED ALWAYS AS (content ->> 'startsOn') STORED,
  ADD COLUMN "endsOn" TEXT GENERATED ALWAYS AS (content ->> 'endsOn') STORED,
  ADD COLUMN "focusAreas" JSONB GENERATED ALWAYS AS
    (jsonb_path_query_array(content, '$.focusAreas[*].focusArea')) STORED,
  ADD COLUMN "outcomes" JSONB GENERATED ALWAYS AS
    (jsonb_path_query_array(content, '$.contributions[*].outcome')) STORED,
  ADD COLUMN "searchText" TEXT GENERATED ALWAYS AS (coalesce(content ->> 'title', '') || E'\n' ||
    coalesce(content ->> 'localTitle', '') || E'\n' || coalesce(content ->> 'summary', '')) STORED;

-- Neither changes with most saves, which then leave the indexes alone.
CREATE INDEX "Draft_title_idx" ON "Draft" (title COLLATE "und-x-icu", "recordId");
CREATE INDEX "Draft_searchText_idx" ON "Draft" USING gin ("searchText" gin_trgm_ops);

ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_hash_is_sha256" CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_is_not_empty" CHECK (bytes > 0);

-- History is only ever added to.
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "Save"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "Save"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "DraftComment"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "DraftComment"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "EvidenceFile"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "EvidenceFile"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
