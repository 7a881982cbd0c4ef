-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "FigureKind" AS ENUM ('population', 'land_area_km2', 'density_per_km2');

-- CreateEnum
CREATE TYPE "RecordKind" AS ENUM ('plan', 'project');

-- CreateEnum
CREATE TYPE "SubmissionState" AS ENUM ('submitted', 'cleared', 'approved', 'clarification_asked', 'withdrawn');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('cleared', 'approved', 'clarification_asked', 'withdrawn');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('editor', 'lead', 'representative', 'reviewer', 'administrator');

-- CreateTable
CREATE TABLE "Country" (
    "code" CHAR(2) NOT NULL,
    "name" TEXT NOT NULL,
    "representativeBody" TEXT,
    "requiresClearance" BOOLEAN NOT NULL DEFAULT false,
    "submitterMayDecide" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Country_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "City" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "localName" TEXT,
    "countryCode" CHAR(2) NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "timeZone" TEXT NOT NULL,
    "officialLanguages" TEXT[],
    "cohort" TEXT NOT NULL,
    "joinedYear" INTEGER NOT NULL,
    "isCapital" BOOLEAN NOT NULL,
    "note" TEXT,
    "membershipSource" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "City_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CityFigure" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "kind" "FigureKind" NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "year" INTEGER,
    "boundaryNote" TEXT,
    "source" TEXT NOT NULL,

    CONSTRAINT "CityFigure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Framework" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "endorsedOn" DATE,
    "source" TEXT NOT NULL,

    CONSTRAINT "Framework_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "id" UUID NOT NULL,
    "frameworkId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FocusArea" (
    "id" UUID NOT NULL,
    "frameworkId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "FocusArea_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectType" (
    "id" UUID NOT NULL,
    "focusAreaId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "firstReportYear" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "ProjectType_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enabler" (
    "id" UUID NOT NULL,
    "frameworkId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Enabler_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Record" (
    "id" UUID NOT NULL,
    "kind" "RecordKind" NOT NULL,
    "cityId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "frameworkId" UUID NOT NULL,
    "startYear" INTEGER NOT NULL,
    "endYear" INTEGER NOT NULL,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "recordId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "contentHash" CHAR(64) NOT NULL,
    "internalNotes" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "editedAt" TIMESTAMPTZ(3) NOT NULL,
    "editedById" UUID,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("recordId")
);

-- CreateTable
CREATE TABLE "DraftChange" (
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "DraftChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "contentHash" CHAR(64) NOT NULL,
    "draftVersion" INTEGER NOT NULL,
    "changedFields" INTEGER NOT NULL,
    "needsClearance" BOOLEAN NOT NULL,
    "state" "SubmissionState" NOT NULL DEFAULT 'submitted',
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedById" UUID NOT NULL,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "bySubmitter" BOOLEAN NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID NOT NULL,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "kind" "RecordKind" NOT NULL,
    "slug" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "effectiveOn" DATE NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "submissionId" UUID,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EditionSpan" (
    "editionId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "kind" "RecordKind" NOT NULL,
    "slug" TEXT NOT NULL,
    "fromDay" DATE NOT NULL,
    "untilDay" DATE,
    "isListed" BOOLEAN NOT NULL,
    "title" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "leadFocusArea" TEXT,
    "focusAreas" TEXT[],
    "outcomes" TEXT[],
    "searchText" TEXT NOT NULL,

    CONSTRAINT "EditionSpan_pkey" PRIMARY KEY ("editionId")
);

-- CreateTable
CREATE TABLE "CityTally" (
    "cityId" UUID NOT NULL,
    "fromDay" DATE NOT NULL,
    "total" INTEGER NOT NULL,
    "planning" INTEGER NOT NULL,
    "ongoing" INTEGER NOT NULL,
    "completed" INTEGER NOT NULL,
    "notStated" INTEGER NOT NULL,
    "byFocusArea" JSONB NOT NULL,
    "byOutcome" JSONB NOT NULL,

    CONSTRAINT "CityTally_pkey" PRIMARY KEY ("cityId","fromDay")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deactivatedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Grant" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "cityId" UUID,
    "countryCode" CHAR(2),
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "grantedById" UUID,
    "removedAt" TIMESTAMPTZ(3),
    "removedById" UUID,

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordLink" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PasswordLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInFailure" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "SignInFailure_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "TimelineEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "byId" UUID,
    "cityId" UUID,
    "recordId" UUID,
    "submissionId" UUID,
    "personId" UUID,

    CONSTRAINT "TimelineEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "City_slug_key" ON "City"("slug");

-- CreateIndex
CREATE INDEX "City_countryCode_name_idx" ON "City"("countryCode", "name");

-- CreateIndex
CREATE INDEX "CityFigure_cityId_kind_year_idx" ON "CityFigure"("cityId", "kind", "year");

-- CreateIndex
CREATE UNIQUE INDEX "Framework_slug_key" ON "Framework"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Outcome_frameworkId_slug_key" ON "Outcome"("frameworkId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "FocusArea_frameworkId_slug_key" ON "FocusArea"("frameworkId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "ProjectType_focusAreaId_slug_key" ON "ProjectType"("focusAreaId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Enabler_frameworkId_slug_key" ON "Enabler"("frameworkId", "slug");

-- CreateIndex
CREATE INDEX "Record_cityId_kind_idx" ON "Record"("cityId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_cityId_startYear_key" ON "Plan"("cityId", "startYear");

-- CreateIndex
CREATE INDEX "Project_planId_idx" ON "Project"("planId");

-- CreateIndex
CREATE UNIQUE INDEX "Project_cityId_slug_key" ON "Project"("cityId", "slug");

-- CreateIndex
CREATE INDEX "DraftChange_recordId_field_at_idx" ON "DraftChange"("recordId", "field", "at");

-- CreateIndex
CREATE INDEX "Submission_state_submittedAt_idx" ON "Submission"("state", "submittedAt");

-- CreateIndex
CREATE INDEX "Submission_recordId_submittedAt_idx" ON "Submission"("recordId", "submittedAt");

-- CreateIndex
CREATE INDEX "Submission_cityId_state_idx" ON "Submission"("cityId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_submissionId_kind_key" ON "Decision"("submissionId", "kind");

-- CreateIndex
CREATE INDEX "Comment_submissionId_at_idx" ON "Comment"("submissionId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_submissionId_key" ON "Edition"("submissionId");

-- CreateIndex
CREATE INDEX "Edition_recordId_effectiveOn_number_idx" ON "Edition"("recordId", "effectiveOn", "number");

-- CreateIndex
CREATE INDEX "Edition_effectiveOn_publishedAt_id_idx" ON "Edition"("effectiveOn" DESC, "publishedAt" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_recordId_number_key" ON "Edition"("recordId", "number");

-- CreateIndex
CREATE INDEX "EditionSpan_recordId_fromDay_idx" ON "EditionSpan"("recordId", "fromDay");

-- CreateIndex
CREATE INDEX "EditionSpan_kind_title_recordId_idx" ON "EditionSpan"("kind", "title", "recordId");

-- CreateIndex
CREATE INDEX "EditionSpan_cityId_kind_title_recordId_idx" ON "EditionSpan"("cityId", "kind", "title", "recordId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Grant_personId_idx" ON "Grant"("personId");

-- CreateIndex
CREATE INDEX "Session_personId_endedAt_idx" ON "Session"("personId", "endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "PasswordLink_tokenHash_key" ON "PasswordLink"("tokenHash");

-- CreateIndex
CREATE INDEX "PasswordLink_personId_idx" ON "PasswordLink"("personId");

-- CreateIndex
CREATE INDEX "SignInFailure_expire_idx" ON "SignInFailure"("expire");

-- CreateIndex
CREATE INDEX "TimelineEntry_recordId_at_idx" ON "TimelineEntry"("recordId", "at");

-- CreateIndex
CREATE INDEX "TimelineEntry_personId_at_idx" ON "TimelineEntry"("personId", "at");

-- AddForeignKey
ALTER TABLE "City" ADD CONSTRAINT "City_countryCode_fkey" FOREIGN KEY ("countryCode") REFERENCES "Country"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CityFigure" ADD CONSTRAINT "CityFigure_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_frameworkId_fkey" FOREIGN KEY ("frameworkId") REFERENCES "Framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FocusArea" ADD CONSTRAINT "FocusArea_frameworkId_fkey" FOREIGN KEY ("frameworkId") REFERENCES "Framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectType" ADD CONSTRAINT "ProjectType_focusAreaId_fkey" FOREIGN KEY ("focusAreaId") REFERENCES "FocusArea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enabler" ADD CONSTRAINT "Enabler_frameworkId_fkey" FOREIGN KEY ("frameworkId") REFERENCES "Framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Record" ADD CONSTRAINT "Record_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_id_fkey" FOREIGN KEY ("id") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_frameworkId_fkey" FOREIGN KEY ("frameworkId") REFERENCES "Framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_id_fkey" FOREIGN KEY ("id") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_editedById_fkey" FOREIGN KEY ("editedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftChange" ADD CONSTRAINT "DraftChange_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftChange" ADD CONSTRAINT "DraftChange_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditionSpan" ADD CONSTRAINT "EditionSpan_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditionSpan" ADD CONSTRAINT "EditionSpan_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditionSpan" ADD CONSTRAINT "EditionSpan_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CityTally" ADD CONSTRAINT "CityTally_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_countryCode_fkey" FOREIGN KEY ("countryCode") REFERENCES "Country"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_removedById_fkey" FOREIGN KEY ("removedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasswordLink" ADD CONSTRAINT "PasswordLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What follows is written by hand: rules that Prisma's schema language cannot say.

-- Search in titles and summaries.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "EditionSpan_searchText_idx" ON "EditionSpan" USING gin ("searchText" gin_trgm_ops);
CREATE INDEX "EditionSpan_focusAreas_idx" ON "EditionSpan" USING gin ("focusAreas");
CREATE INDEX "EditionSpan_outcomes_idx" ON "EditionSpan" USING gin ("outcomes");

-- One submission of a record is open at a time.
CREATE UNIQUE INDEX "Submission_one_open_per_record" ON "Submission" ("recordId")
  WHERE state IN ('submitted', 'cleared');

-- A record has one current edition.
CREATE UNIQUE INDEX "EditionSpan_one_current_per_record" ON "EditionSpan" ("recordId")
  WHERE "untilDay" IS NULL;

-- Nobody holds a grant twice.
CREATE UNIQUE INDEX "Grant_held_once" ON "Grant" ("personId", role, "cityId", "countryCode")
  NULLS NOT DISTINCT WHERE "removedAt" IS NULL;

ALTER TABLE "Grant" ADD CONSTRAINT "Grant_place_fits_role" CHECK (
  CASE role
    WHEN 'editor' THEN "cityId" IS NOT NULL AND "countryCode" IS NULL
    WHEN 'lead' THEN "cityId" IS NOT NULL AND "countryCode" IS NULL
    WHEN 'representative' THEN "cityId" IS NULL AND "countryCode" IS NOT NULL
    ELSE "cityId" IS NULL AND "countryCode" IS NULL
  END);
ALTER TABLE "Person" ADD CONSTRAINT "Person_email_is_lower_case" CHECK (email = lower(email) AND email <> '');
ALTER TABLE "Country" ADD CONSTRAINT "Country_code_is_iso" CHECK (code ~ '^[A-Z]{2}$');
ALTER TABLE "City" ADD CONSTRAINT "City_slug_is_an_address" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Project" ADD CONSTRAINT "Project_slug_is_an_address" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_period_runs_forward" CHECK ("startYear" <= "endYear");
ALTER TABLE "CityFigure" ADD CONSTRAINT "CityFigure_value_is_not_negative" CHECK (value >= 0);
ALTER TABLE "Session" ADD CONSTRAINT "Session_ends_after_start" CHECK ("expiresAt" > "startedAt");
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_cleared_only_where_asked" CHECK (state <> 'cleared' OR "needsClearance");
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_question_has_a_reason" CHECK (kind <> 'clarification_asked' OR reason <> '');
ALTER TABLE "EditionSpan" ADD CONSTRAINT "EditionSpan_runs_forward" CHECK ("untilDay" IS NULL OR "untilDay" > "fromDay");
ALTER TABLE "CityTally" ADD CONSTRAINT "CityTally_adds_up" CHECK (total = planning + ongoing + completed + "notStated");

-- Edition numbers of a record are dense: 1, 2, 3 …
CREATE FUNCTION edition_number_is_next() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <> 1 + coalesce((SELECT max(number) FROM "Edition" WHERE "recordId" = NEW."recordId"), 0) THEN
    RAISE EXCEPTION 'Edition % of record % is not the next one', NEW.number, NEW."recordId";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER edition_number_is_next BEFORE INSERT ON "Edition"
  FOR EACH ROW EXECUTE FUNCTION edition_number_is_next();

-- History is only ever added to.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME;
END $$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "Edition"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "Edition"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "TimelineEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "TimelineEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "Decision"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "Decision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "DraftChange"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "DraftChange"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A submission is a copy for good: only its state moves.
CREATE FUNCTION refuse_change_of_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'state' <> to_jsonb(OLD) - 'state' THEN
    RAISE EXCEPTION 'A submission is only ever decided on';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_change_of_submission BEFORE UPDATE OR DELETE ON "Submission"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submission();
