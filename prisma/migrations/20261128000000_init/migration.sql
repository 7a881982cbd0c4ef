-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "FigureKind" AS ENUM ('population', 'land_area_km2', 'density_per_km2');

-- CreateEnum
CREATE TYPE "RecordKind" AS ENUM ('plan', 'project');

-- CreateEnum
CREATE TYPE "SubmissionState" AS ENUM ('submitted', 'cleared', 'approved', 'clarification_asked', 'withdrawn');

-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('first_publication', 'update', 'confirmation', 'closing');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('cleared', 'approved', 'clarification_asked', 'withdrawn');

-- CreateEnum
CREATE TYPE "SuggestionAnswer" AS ENUM ('accepted', 'declined');

-- CreateEnum
CREATE TYPE "EditionOrigin" AS ENUM ('documents', 'city');

-- CreateEnum
CREATE TYPE "RatedClaim" AS ENUM ('completion', 'progress');

-- CreateEnum
CREATE TYPE "EvidenceLevel" AS ENUM ('none', 'limited', 'substantial', 'complete');

-- CreateEnum
CREATE TYPE "AggregateKind" AS ENUM ('city', 'focus_area', 'outcome');

-- CreateEnum
CREATE TYPE "AssessedKind" AS ENUM ('project', 'indicator', 'target');

-- CreateEnum
CREATE TYPE "AssessmentConfidence" AS ENUM ('high', 'medium', 'low');

-- CreateEnum
CREATE TYPE "AssessmentStepKind" AS ENUM ('confirmed', 'refused', 'other_outcome', 'corrected', 'withdrawn');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('editor', 'lead', 'representative', 'reviewer', 'administrator');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('queued', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "FeedbackKind" AS ENUM ('page', 'translation', 'accessibility');

-- CreateEnum
CREATE TYPE "FeedbackState" AS ENUM ('new', 'answered', 'set_aside');

-- CreateEnum
CREATE TYPE "FeedbackStepKind" AS ENUM ('answered', 'set_aside', 'address_removed');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('government', 'city', 'utility', 'company', 'university', 'ngo', 'donor', 'bank', 'international', 'other');

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "countryCode" CHAR(2),
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "mergedIntoId" UUID,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganisationName" (
    "key" TEXT NOT NULL,
    "within" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "organisationId" UUID,

    CONSTRAINT "OrganisationName_pkey" PRIMARY KEY ("key","within")
);

-- CreateTable
CREATE TABLE "Country" (
    "code" CHAR(2) NOT NULL,
    "name" TEXT COLLATE "und-x-icu" NOT NULL,
    "representativeBody" TEXT,
    "requiresClearance" BOOLEAN NOT NULL DEFAULT false,
    "submitterMayDecide" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Country_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "City" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT COLLATE "und-x-icu" NOT NULL,
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
CREATE TABLE "Subject" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "names" JSONB NOT NULL,

    CONSTRAINT "Subject_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "SubjectWord" (
    "word" TEXT NOT NULL,
    "subjectSlug" TEXT NOT NULL,

    CONSTRAINT "SubjectWord_pkey" PRIMARY KEY ("word","subjectSlug")
);

-- CreateTable
CREATE TABLE "SubjectLink" (
    "itemId" UUID NOT NULL,
    "subjectSlug" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "SubjectLink_pkey" PRIMARY KEY ("itemId","subjectSlug")
);

-- CreateTable
CREATE TABLE "Record" (
    "id" UUID NOT NULL,
    "kind" "RecordKind" NOT NULL,
    "cityId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,

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
CREATE TABLE "Save" (
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "Save_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftChange" (
    "id" UUID NOT NULL,
    "saveId" UUID,
    "recordId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "DraftChange_pkey" PRIMARY KEY ("id")
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
    "source" BYTEA,
    "mapping" JSONB,
    "answers" JSONB NOT NULL DEFAULT '{}',
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
CREATE TABLE "SheetWord" (
    "cityId" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "option" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SheetWord_pkey" PRIMARY KEY ("cityId","list","word")
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

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "contentHash" CHAR(64) NOT NULL,
    "draftVersion" INTEGER NOT NULL,
    "changedFields" INTEGER NOT NULL,
    "change" "ChangeKind" NOT NULL DEFAULT 'update',
    "needsClearance" BOOLEAN NOT NULL,
    "state" "SubmissionState" NOT NULL DEFAULT 'submitted',
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedById" UUID NOT NULL,
    "assignedToId" UUID,
    "publishAt" TIMESTAMPTZ(3),
    "scheduledById" UUID,

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
    "threadId" UUID,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

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
    "origin" "EditionOrigin" NOT NULL,
    "correction" TEXT,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EditionPeriod" (
    "editionId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "kind" "RecordKind" NOT NULL,
    "slug" TEXT NOT NULL,
    "fromDay" DATE NOT NULL,
    "untilDay" DATE,
    "isListed" BOOLEAN NOT NULL,
    "isWithheld" BOOLEAN NOT NULL DEFAULT false,
    "title" TEXT COLLATE "und-x-icu" NOT NULL,
    "cityName" TEXT COLLATE "und-x-icu" NOT NULL DEFAULT '',
    "stage" TEXT NOT NULL,
    "startsOn" TEXT,
    "endsOn" TEXT,
    "leadFocusArea" TEXT,
    "focusAreas" TEXT[],
    "outcomes" TEXT[],
    "facets" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "searchTitle" TEXT NOT NULL DEFAULT '',
    "searchNames" TEXT NOT NULL DEFAULT '',
    "searchText" TEXT NOT NULL,
    "lateReasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "silentFrom" DATE,
    "silentDays" DATE[] DEFAULT ARRAY[]::DATE[],
    "measures" JSONB,

    CONSTRAINT "EditionPeriod_pkey" PRIMARY KEY ("editionId")
);

-- CreateTable
CREATE TABLE "PeriodPartner" (
    "editionId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "keys" TEXT[],
    "organisationId" UUID,
    "place" TEXT NOT NULL,
    "cityId" UUID NOT NULL,
    "countryCode" CHAR(2) NOT NULL,
    "isListed" BOOLEAN NOT NULL,
    "fromDay" DATE NOT NULL,
    "untilDay" DATE,

    CONSTRAINT "PeriodPartner_pkey" PRIMARY KEY ("editionId","slug")
);

-- CreateTable
CREATE TABLE "CityAggregate" (
    "cityId" UUID NOT NULL,
    "kind" "AggregateKind" NOT NULL DEFAULT 'city',
    "term" TEXT NOT NULL DEFAULT '',
    "fromDay" DATE NOT NULL,
    "total" INTEGER NOT NULL,
    "planning" INTEGER NOT NULL,
    "ongoing" INTEGER NOT NULL,
    "completed" INTEGER NOT NULL,
    "notStated" INTEGER NOT NULL,
    "byFocusArea" JSONB NOT NULL,
    "byOutcome" JSONB NOT NULL,
    "byLateReason" JSONB NOT NULL DEFAULT '{}',
    "byNeed" JSONB NOT NULL DEFAULT '{}',
    "byStanding" JSONB NOT NULL DEFAULT '{}',
    "milestones" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "CityAggregate_pkey" PRIMARY KEY ("cityId","kind","term","fromDay")
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" UUID NOT NULL,
    "kind" "AssessedKind" NOT NULL,
    "recordId" UUID NOT NULL,
    "entryId" UUID,
    "outcome" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "sourceTitle" TEXT NOT NULL,
    "sourceAddress" TEXT NOT NULL,
    "page" INTEGER,
    "confidence" "AssessmentConfidence",
    "knownOn" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssessmentStep" (
    "id" UUID NOT NULL,
    "assessmentId" UUID NOT NULL,
    "kind" "AssessmentStepKind" NOT NULL,
    "outcome" TEXT,
    "reason" TEXT NOT NULL,
    "correctionId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "AssessmentStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "passwordVersion" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deactivatedAt" TIMESTAMPTZ(3),
    "locale" TEXT NOT NULL DEFAULT 'en',
    "timeZone" TEXT,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Grant" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "cityId" UUID,
    "countryCode" CHAR(2),
    "isAlternate" BOOLEAN NOT NULL DEFAULT false,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "grantedById" UUID,
    "removedAt" TIMESTAMPTZ(3),
    "removedById" UUID,
    "handedFromId" UUID,

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "passwordVersion" INTEGER NOT NULL,
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
    "chain" TEXT NOT NULL DEFAULT '',
    "place" INTEGER NOT NULL DEFAULT 0,
    "hash" CHAR(64) NOT NULL DEFAULT '',
    "rowsHash" CHAR(64) NOT NULL DEFAULT '',
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

-- CreateTable
CREATE TABLE "ChainHead" (
    "chain" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "rowsPlace" INTEGER NOT NULL DEFAULT 0,
    "rowsHash" CHAR(64) NOT NULL DEFAULT '0000000000000000000000000000000000000000000000000000000000000000',

    CONSTRAINT "ChainHead_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "RowDigest" (
    "chain" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "tableName" TEXT NOT NULL,
    "rowId" TEXT NOT NULL,
    "digest" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "RowDigest_pkey" PRIMARY KEY ("chain","place")
);

-- CreateTable
CREATE TABLE "PublishedHead" (
    "chain" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "rowsPlace" INTEGER NOT NULL,
    "rowsHash" CHAR(64) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PublishedHead_pkey" PRIMARY KEY ("chain","place","rowsPlace")
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
CREATE TABLE "ReportProgress" (
    "reportId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "ReportProgress_pkey" PRIMARY KEY ("recordId","reportId")
);

-- CreateTable
CREATE TABLE "ReportAggregate" (
    "reportId" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "counts" JSONB NOT NULL,

    CONSTRAINT "ReportAggregate_pkey" PRIMARY KEY ("reportId","cityId")
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
CREATE TABLE "DataDump" (
    "id" UUID NOT NULL,
    "begunAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "bytes" INTEGER NOT NULL,

    CONSTRAINT "DataDump_pkey" PRIMARY KEY ("id")
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
    "feedbackId" UUID,
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
    "personId" UUID,
    "answerId" UUID,
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

-- CreateTable
CREATE TABLE "Feedback" (
    "id" UUID NOT NULL,
    "kind" "FeedbackKind" NOT NULL,
    "about" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "better" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "cityId" UUID,
    "state" "FeedbackState" NOT NULL DEFAULT 'new',

    CONSTRAINT "Feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedbackStep" (
    "id" UUID NOT NULL,
    "feedbackId" UUID NOT NULL,
    "kind" "FeedbackStepKind" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "FeedbackStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedbackAttempt" (
    "id" UUID NOT NULL,
    "typed" JSONB NOT NULL,
    "errors" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FeedbackAttempt_pkey" PRIMARY KEY ("id")
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
CREATE UNIQUE INDEX "Subject_position_key" ON "Subject"("position");

-- CreateIndex
CREATE INDEX "SubjectLink_recordId_idx" ON "SubjectLink"("recordId");

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
CREATE INDEX "DraftChange_recordId_at_id_idx" ON "DraftChange"("recordId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "DraftChange_saveId_idx" ON "DraftChange"("saveId");

-- CreateIndex
CREATE INDEX "DraftComment_recordId_at_idx" ON "DraftComment"("recordId", "at");

-- CreateIndex
CREATE INDEX "EvidenceFile_recordId_idx" ON "EvidenceFile"("recordId");

-- CreateIndex
CREATE INDEX "EditionFile_fileId_idx" ON "EditionFile"("fileId");

-- CreateIndex
CREATE INDEX "SheetImport_planId_at_idx" ON "SheetImport"("planId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_personId_name_key" ON "SavedView"("personId", "name");

-- CreateIndex
CREATE INDEX "Submission_state_submittedAt_idx" ON "Submission"("state", "submittedAt");

-- CreateIndex
CREATE INDEX "Submission_recordId_submittedAt_idx" ON "Submission"("recordId", "submittedAt");

-- CreateIndex
CREATE INDEX "Submission_cityId_state_idx" ON "Submission"("cityId", "state");

-- CreateIndex
CREATE INDEX "Decision_decidedAt_idx" ON "Decision"("decidedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_submissionId_kind_key" ON "Decision"("submissionId", "kind");

-- CreateIndex
CREATE INDEX "Comment_submissionId_at_idx" ON "Comment"("submissionId", "at");

-- CreateIndex
CREATE INDEX "Comment_threadId_at_idx" ON "Comment"("threadId", "at");

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
CREATE UNIQUE INDEX "Edition_submissionId_key" ON "Edition"("submissionId");

-- CreateIndex
CREATE INDEX "Edition_recordId_effectiveOn_number_idx" ON "Edition"("recordId", "effectiveOn", "number");

-- CreateIndex
CREATE INDEX "Edition_cityId_publishedAt_idx" ON "Edition"("cityId", "publishedAt" DESC);

-- CreateIndex
CREATE INDEX "Edition_effectiveOn_publishedAt_id_idx" ON "Edition"("effectiveOn" DESC, "publishedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Edition_publishedAt_idx" ON "Edition"("publishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_recordId_number_key" ON "Edition"("recordId", "number");

-- CreateIndex
CREATE INDEX "EditionPeriod_recordId_fromDay_idx" ON "EditionPeriod"("recordId", "fromDay");

-- CreateIndex
CREATE INDEX "EditionPeriod_kind_title_recordId_idx" ON "EditionPeriod"("kind", "title", "recordId");

-- CreateIndex
CREATE INDEX "EditionPeriod_cityId_kind_title_recordId_idx" ON "EditionPeriod"("cityId", "kind", "title", "recordId");

-- CreateIndex
CREATE INDEX "PeriodPartner_slug_fromDay_idx" ON "PeriodPartner"("slug", "fromDay");

-- CreateIndex
CREATE INDEX "Assessment_recordId_idx" ON "Assessment"("recordId");

-- CreateIndex
CREATE INDEX "Assessment_at_idx" ON "Assessment"("at");

-- CreateIndex
CREATE UNIQUE INDEX "AssessmentStep_assessmentId_key" ON "AssessmentStep"("assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "AssessmentStep_correctionId_key" ON "AssessmentStep"("correctionId");

-- CreateIndex
CREATE INDEX "AssessmentStep_at_idx" ON "AssessmentStep"("at");

-- CreateIndex
CREATE INDEX "PeriodPartner_isListed_place_fromDay_idx" ON "PeriodPartner"("isListed", "place", "fromDay");

-- CreateIndex
CREATE INDEX "PeriodPartner_organisationId_idx" ON "PeriodPartner"("organisationId");

-- CreateIndex
CREATE INDEX "PeriodPartner_keys_idx" ON "PeriodPartner" USING GIN ("keys");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_slug_key" ON "Organisation"("slug");

-- CreateIndex
CREATE INDEX "Organisation_name_idx" ON "Organisation"("name");

-- CreateIndex
CREATE INDEX "OrganisationName_organisationId_idx" ON "OrganisationName"("organisationId");

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

-- CreateIndex
CREATE UNIQUE INDEX "TimelineEntry_chain_place_key" ON "TimelineEntry"("chain", "place");

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
CREATE INDEX "ReportProgress_reportId_cityId_idx" ON "ReportProgress"("reportId", "cityId");

-- CreateIndex
CREATE INDEX "DataDump_begunAt_idx" ON "DataDump"("begunAt");

-- CreateIndex
CREATE INDEX "Notice_personId_at_idx" ON "Notice"("personId", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Notice_personId_event_key" ON "Notice"("personId", "event");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_answerId_key" ON "Mail"("answerId");

-- CreateIndex
CREATE INDEX "Mail_state_queuedAt_idx" ON "Mail"("state", "queuedAt");

-- CreateIndex
CREATE INDEX "Feedback_at_id_idx" ON "Feedback"("at" DESC, "id");

-- CreateIndex
CREATE INDEX "Feedback_state_at_id_idx" ON "Feedback"("state", "at" DESC, "id");

-- CreateIndex
CREATE INDEX "Feedback_cityId_at_id_idx" ON "Feedback"("cityId", "at" DESC, "id");

-- CreateIndex
CREATE INDEX "FeedbackStep_feedbackId_at_idx" ON "FeedbackStep"("feedbackId", "at");

-- CreateIndex
CREATE INDEX "FeedbackAttempt_at_idx" ON "FeedbackAttempt"("at");

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
ALTER TABLE "SubjectWord" ADD CONSTRAINT "SubjectWord_subjectSlug_fkey" FOREIGN KEY ("subjectSlug") REFERENCES "Subject"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubjectLink" ADD CONSTRAINT "SubjectLink_subjectSlug_fkey" FOREIGN KEY ("subjectSlug") REFERENCES "Subject"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubjectLink" ADD CONSTRAINT "SubjectLink_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Record" ADD CONSTRAINT "Record_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Record" ADD CONSTRAINT "Record_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

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
ALTER TABLE "Save" ADD CONSTRAINT "Save_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Save" ADD CONSTRAINT "Save_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftChange" ADD CONSTRAINT "DraftChange_saveId_fkey" FOREIGN KEY ("saveId") REFERENCES "Save"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftChange" ADD CONSTRAINT "DraftChange_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftChange" ADD CONSTRAINT "DraftChange_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
ALTER TABLE "SheetWord" ADD CONSTRAINT "SheetWord_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_assignedToId_fkey" FOREIGN KEY ("assignedToId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_scheduledById_fkey" FOREIGN KEY ("scheduledById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditionPeriod" ADD CONSTRAINT "EditionPeriod_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditionPeriod" ADD CONSTRAINT "EditionPeriod_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditionPeriod" ADD CONSTRAINT "EditionPeriod_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodPartner" ADD CONSTRAINT "PeriodPartner_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "EditionPeriod"("editionId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodPartner" ADD CONSTRAINT "PeriodPartner_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationName" ADD CONSTRAINT "OrganisationName_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CityAggregate" ADD CONSTRAINT "CityAggregate_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentStep" ADD CONSTRAINT "AssessmentStep_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentStep" ADD CONSTRAINT "AssessmentStep_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "Assessment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentStep" ADD CONSTRAINT "AssessmentStep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_handedFromId_fkey" FOREIGN KEY ("handedFromId") REFERENCES "Grant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

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
ALTER TABLE "ReportProgress" ADD CONSTRAINT "ReportProgress_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportProgress" ADD CONSTRAINT "ReportProgress_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportProgress" ADD CONSTRAINT "ReportProgress_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportAggregate" ADD CONSTRAINT "ReportAggregate_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportAggregate" ADD CONSTRAINT "ReportAggregate_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_feedbackId_fkey" FOREIGN KEY ("feedbackId") REFERENCES "Feedback"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeChoice" ADD CONSTRAINT "NoticeChoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "FeedbackStep"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackStep" ADD CONSTRAINT "FeedbackStep_feedbackId_fkey" FOREIGN KEY ("feedbackId") REFERENCES "Feedback"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackStep" ADD CONSTRAINT "FeedbackStep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "RowDigest_tableName_rowId_idx" ON "RowDigest"("tableName", "rowId");

-- CreateIndex
CREATE INDEX "PublishedHead_publishedAt_chain_idx" ON "PublishedHead"("publishedAt" DESC, "chain");

-- What follows is written by hand: rules that Prisma's schema language cannot say.

-- Search in titles and summaries.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "EditionPeriod_focusAreas_idx" ON "EditionPeriod" USING gin ("focusAreas");
CREATE INDEX "EditionPeriod_outcomes_idx" ON "EditionPeriod" USING gin ("outcomes");

-- One submission of a record is open at a time.
CREATE UNIQUE INDEX "Submission_one_open_per_record" ON "Submission" ("recordId")
  WHERE state IN ('submitted', 'cleared');

-- A record has one current edition.
CREATE UNIQUE INDEX "EditionPeriod_one_current_per_record" ON "EditionPeriod" ("recordId")
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
ALTER TABLE "EditionPeriod" ADD CONSTRAINT "EditionPeriod_runs_forward" CHECK ("untilDay" IS NULL OR "untilDay" > "fromDay");
ALTER TABLE "CityAggregate" ADD CONSTRAINT "CityAggregate_adds_up" CHECK (total = planning + ongoing + completed + "notStated");

-- Whoever changes a password need not remember that sessions begun with the one before end with it.
CREATE FUNCTION count_password() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."passwordVersion" := OLD."passwordVersion" + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER "Person_counts_passwords" BEFORE UPDATE ON "Person" FOR EACH ROW
  WHEN (NEW."passwordHash" IS DISTINCT FROM OLD."passwordHash") EXECUTE FUNCTION count_password();

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
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "Comment"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "Comment"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "RowDigest"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "RowDigest"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
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
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "FeedbackStep"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "FeedbackStep"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "Assessment"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "Assessment"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "AssessmentStep"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "AssessmentStep"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

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

-- A submission is a copy for good: only how far it has come moves.
CREATE FUNCTION refuse_change_of_submission() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moving CONSTANT text[] := ARRAY['state', 'assignedToId', 'publishAt', 'scheduledById'];
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - moving <> to_jsonb(OLD) - moving THEN
    RAISE EXCEPTION 'A submission is only ever decided on';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_change_of_submission BEFORE UPDATE OR DELETE ON "Submission"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submission();
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_schedule_is_whole"
  CHECK (("publishAt" IS NULL) = ("scheduledById" IS NULL));

-- The queue: what is open is never much, what is decided grows for ever.
CREATE INDEX "Submission_open_idx" ON "Submission" ("submittedAt", id) WHERE state IN ('submitted', 'cleared');
CREATE INDEX "Submission_decided_idx" ON "Submission" ("submittedAt" DESC, id DESC)
  WHERE state IN ('approved', 'clarification_asked', 'withdrawn');
CREATE INDEX "Submission_due_idx" ON "Submission" ("publishAt") WHERE state IN ('submitted', 'cleared') AND "publishAt" IS NOT NULL;

CREATE UNIQUE INDEX "Hold_one_open" ON "Hold" ("submissionId") WHERE "releasedAt" IS NULL;
CREATE UNIQUE INDEX "Withholding_one_open" ON "Withholding" ("recordId") WHERE "endedAt" IS NULL;
-- Finds the timeline entries of a report.
CREATE INDEX "TimelineEntry_report_idx" ON "TimelineEntry" ((detail ->> 'report'))
  WHERE (detail ->> 'report') IS NOT NULL;
CREATE INDEX "Thread_open_idx" ON "Thread" ("recordId") WHERE "resolvedAt" IS NULL;
CREATE INDEX "Notice_unread_idx" ON "Notice" ("personId") WHERE "readAt" IS NULL;
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_has_a_reason" CHECK (reason <> '');
ALTER TABLE "Withholding" ADD CONSTRAINT "Withholding_says_why" CHECK (reason <> '' AND notice <> '');
ALTER TABLE "EvidenceRating" ADD CONSTRAINT "EvidenceRating_says_why" CHECK (sentence <> '');
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_names_its_entry" CHECK ((kind = 'project') = ("entryId" IS NULL));
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_says_why" CHECK (why <> '' OR kind = 'indicator');
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_page_is_one" CHECK (page > 0);
ALTER TABLE "AssessmentStep" ADD CONSTRAINT "AssessmentStep_says_why" CHECK (reason <> '' OR kind = 'confirmed');
ALTER TABLE "AssessmentStep" ADD CONSTRAINT "AssessmentStep_names_the_outcome" CHECK ((kind = 'other_outcome') = (outcome IS NOT NULL));
ALTER TABLE "AssessmentStep" ADD CONSTRAINT "AssessmentStep_names_the_correction" CHECK ((kind = 'corrected') = ("correctionId" IS NOT NULL));
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

-- The head of a chain, its row locked until the transaction ends; made where the chain is new.
CREATE FUNCTION lock_chain(wanted text) RETURNS "ChainHead" LANGUAGE plpgsql AS $$
DECLARE
  head "ChainHead";
BEGIN
  SELECT * INTO head FROM "ChainHead" WHERE chain = wanted FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO "ChainHead" (chain, place, hash) VALUES (wanted, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM "ChainHead" WHERE chain = wanted FOR UPDATE;
  END IF;
  RETURN head;
END $$;

CREATE FUNCTION hash_canonical(value jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT
  RETURN encode(sha256(convert_to(canonical_json(value), 'UTF8')), 'hex');

CREATE FUNCTION chain_timeline_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head "ChainHead";
BEGIN
  NEW.chain := coalesce(NEW."cityId"::text, 'network');
  head := lock_chain(NEW.chain);
  NEW.place := head.place + 1;
  NEW."rowsHash" := head."rowsHash";
  NEW.hash := hash_canonical(jsonb_build_object(
    'previous', head.hash, 'chain', NEW.chain, 'place', NEW.place, 'id', NEW.id, 'kind', NEW.kind, 'detail', NEW.detail,
    'at', to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'rows', NEW."rowsHash",
    'by', NEW."byId", 'record', NEW."recordId", 'submission', NEW."submissionId", 'person', NEW."personId"));
  UPDATE "ChainHead" SET place = NEW.place, hash = NEW.hash WHERE chain = NEW.chain;
  RETURN NEW;
END $$;

CREATE TRIGGER chain_timeline_entry BEFORE INSERT ON "TimelineEntry"
  FOR EACH ROW EXECUTE FUNCTION chain_timeline_entry();

-- What a row of history must stay, as a digest: all of it but the columns that may move. Of a person, the name and the
-- address. Columns that are null count as absent, so that a column that is added later changes no digest.
CREATE FUNCTION row_digest(table_name text, history anyelement) RETURNS text LANGUAGE sql STABLE SET TimeZone = 'UTC' AS $$
  SELECT encode(sha256(convert_to(jsonb_strip_nulls(CASE table_name
    WHEN 'Submission' THEN to_jsonb(history) - ARRAY['state', 'assignedToId', 'publishAt', 'scheduledById']
    WHEN 'Hold' THEN to_jsonb(history) - ARRAY['releasedAt', 'releasedById']
    WHEN 'Withholding' THEN to_jsonb(history) - ARRAY['endedAt', 'endedById']
    WHEN 'Thread' THEN to_jsonb(history) - ARRAY['answer', 'answeredAt', 'answeredById', 'resolvedAt', 'resolvedById']
    WHEN 'Person' THEN jsonb_build_object('id', to_jsonb(history) -> 'id', 'name', to_jsonb(history) -> 'name', 'email', to_jsonb(history) -> 'email')
    ELSE to_jsonb(history) END)::text, 'UTF8')), 'hex')
$$;

-- What a row is called: its id, or the two it has.
CREATE FUNCTION row_name(history anyelement) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(row ->> 'id', concat_ws(' ', coalesce(row ->> 'freezeId', row ->> 'reportId'),
    coalesce(row ->> 'editionId', row ->> 'recordId', row ->> 'format')))
  FROM to_jsonb(history) AS named(row)
$$;

CREATE FUNCTION chain_row(wanted text, table_name text, row_id text, digest text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  head "ChainHead" := lock_chain(wanted);
  next_hash text := hash_canonical(jsonb_build_object(
    'previous', head."rowsHash", 'table', table_name, 'row', row_id, 'digest', digest));
BEGIN
  INSERT INTO "RowDigest" (chain, place, "tableName", "rowId", digest, hash)
    VALUES (wanted, head."rowsPlace" + 1, table_name, row_id, digest, next_hash);
  UPDATE "ChainHead" SET "rowsPlace" = head."rowsPlace" + 1, "rowsHash" = next_hash WHERE chain = wanted;
END $$;

-- Adds the digests of the rows that a statement wrote to the chain of their city, or the network's. The network comes
-- first, as in every command, so that no two writers wait for each other.
CREATE FUNCTION chain_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  added record;
BEGIN
  FOR added IN EXECUTE format('
    SELECT * FROM (SELECT coalesce((%s)::text, ''network'') AS chain, row_name(t) AS name, row_digest(%L, t) AS digest FROM added t) named
    ORDER BY chain = ''network'' DESC, chain, name', TG_ARGV[0], TG_TABLE_NAME)
  LOOP
    PERFORM chain_row(added.chain, TG_TABLE_NAME, added.name, added.digest);
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER chain_rows AFTER INSERT ON "Edition" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('t."cityId"');
CREATE TRIGGER chain_rows AFTER INSERT ON "Submission" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('t."cityId"');
CREATE TRIGGER chain_rows AFTER INSERT ON "Thread" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('t."cityId"');
CREATE TRIGGER chain_rows AFTER INSERT ON "Save" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('SELECT r."cityId" FROM "Record" r WHERE r.id = t."recordId"');
CREATE TRIGGER chain_rows AFTER INSERT ON "DraftChange" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('SELECT r."cityId" FROM "Record" r WHERE r.id = t."recordId"');
CREATE TRIGGER chain_rows AFTER INSERT ON "DraftComment" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('SELECT r."cityId" FROM "Record" r WHERE r.id = t."recordId"');
CREATE TRIGGER chain_rows AFTER INSERT ON "EvidenceFile" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('SELECT r."cityId" FROM "Record" r WHERE r.id = t."recordId"');
CREATE TRIGGER chain_rows AFTER INSERT ON "EvidenceRating" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('SELECT r."cityId" FROM "Record" r WHERE r.id = t."recordId"');
CREATE TRIGGER chain_rows AFTER INSERT ON "Withholding" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('SELECT r."cityId" FROM "Record" r WHERE r.id = t."recordId"');
CREATE TRIGGER chain_rows AFTER INSERT ON "Decision" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('SELECT s."cityId" FROM "Submission" s WHERE s.id = t."submissionId"');
CREATE TRIGGER chain_rows AFTER INSERT ON "Comment" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('SELECT s."cityId" FROM "Submission" s WHERE s.id = t."submissionId"');
CREATE TRIGGER chain_rows AFTER INSERT ON "InternalNote" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('SELECT s."cityId" FROM "Submission" s WHERE s.id = t."submissionId"');
CREATE TRIGGER chain_rows AFTER INSERT ON "Hold" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('SELECT s."cityId" FROM "Submission" s WHERE s.id = t."submissionId"');
CREATE TRIGGER chain_rows AFTER INSERT ON "Assessment" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('SELECT r."cityId" FROM "Record" r WHERE r.id = t."recordId"');
CREATE TRIGGER chain_rows AFTER INSERT ON "AssessmentStep" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('SELECT r."cityId" FROM "Assessment" a JOIN "Record" r ON r.id = a."recordId" WHERE a.id = t."assessmentId"');
CREATE TRIGGER chain_rows AFTER INSERT ON "ReportFreeze" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('NULL');
CREATE TRIGGER chain_rows AFTER INSERT ON "ReportEdition" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('NULL');
CREATE TRIGGER chain_rows AFTER INSERT ON "ReportExtension" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('NULL');
CREATE TRIGGER chain_rows AFTER INSERT ON "ReportRecord" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('NULL');
CREATE TRIGGER chain_rows AFTER INSERT ON "ReportFile" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('NULL');
CREATE TRIGGER chain_rows AFTER INSERT ON "FeedbackStep" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('NULL');
CREATE TRIGGER chain_rows AFTER INSERT ON "Person" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION chain_rows('NULL');

-- A person's name and address may be corrected: then they have a new digest, and the last one counts.
CREATE FUNCTION chain_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM chain_row('network', 'Person', NEW.id::text, row_digest('Person', NEW));
  RETURN NULL;
END $$;
CREATE TRIGGER chain_person AFTER UPDATE OF name, email ON "Person"
  FOR EACH ROW WHEN (NEW.name <> OLD.name OR NEW.email <> OLD.email) EXECUTE FUNCTION chain_person();

-- The rows of history that are not, or not any more, what the last digest in this chain says of them, each with the place
-- of that digest.
CREATE FUNCTION rows_that_differ(wanted text) RETURNS TABLE (place integer, table_name text, row_id text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  history record;
BEGIN
  FOR history IN SELECT * FROM chained_tables() LOOP
    RETURN QUERY EXECUTE format('
      SELECT latest.place, latest."tableName", latest."rowId" FROM (
        SELECT DISTINCT ON ("rowId") * FROM "RowDigest" WHERE chain = $1 AND "tableName" = %1$L ORDER BY "rowId", place DESC) latest
      LEFT JOIN %1$I t ON %2$s
      WHERE row_digest(%1$L, t) IS DISTINCT FROM latest.digest', history.name, history.join_to) USING wanted;
  END LOOP;
END $$;

-- Lists the rows of history that have no digest: they were written without the triggers, or their digests are gone.
CREATE FUNCTION rows_without_digest() RETURNS TABLE (table_name text, row_id text) LANGUAGE plpgsql STABLE AS $$
DECLARE
  history record;
BEGIN
  FOR history IN SELECT * FROM chained_tables() LOOP
    RETURN QUERY EXECUTE format('
      SELECT %1$L, row_name(t) FROM %1$I t WHERE NOT EXISTS (
        SELECT 1 FROM "RowDigest" d WHERE d."tableName" = %1$L AND d."rowId" = row_name(t))', history.name);
  END LOOP;
END $$;

-- The tables whose rows have digests, and how a row is found by the row name in its `latest` digest.
CREATE FUNCTION chained_tables() RETURNS TABLE (name text, join_to text) LANGUAGE sql STABLE AS $$
  SELECT c.relname::text, CASE WHEN EXISTS (
      SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'id' AND NOT a.attisdropped)
    THEN 't.id = latest."rowId"::uuid' ELSE 'row_name(t) = latest."rowId"' END
  FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
  WHERE g.tgname = 'chain_rows' ORDER BY 1
$$;

-- Allows one change of a withholding: its end, once.
CREATE FUNCTION refuse_change_of_withholding() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moving CONSTANT text[] := ARRAY['endedAt', 'endedById'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD."endedAt" IS NOT NULL OR to_jsonb(NEW) - moving <> to_jsonb(OLD) - moving THEN
    RAISE EXCEPTION 'A withholding is only ever ended, once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_change_of_withholding BEFORE UPDATE OR DELETE ON "Withholding"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_withholding();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "Withholding"
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

-- Those among the listed that are late, or will be without a further edition, by title.
CREATE INDEX "EditionPeriod_late_idx" ON "EditionPeriod" ("title", "recordId") WHERE "kind" = 'project' AND "isListed" AND (NOT ("lateReasons" = '{}') OR "silentFrom" IS NOT NULL);

-- How far a record is with a report that opens, or opened, at this instant; null when the report does not ask for it.
-- A plan, a listed project, and whatever somebody has worked on since. A submission from before that still waits
-- counts, and what is public counts by the day that it holds for: history that was imported since is no answer.
CREATE FUNCTION report_state(record uuid, opens timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN r.kind = 'plan' OR coalesce(p."isListed", false) OR s.state IS NOT NULL OR at.state = 'drafting' THEN at.state END
  FROM "Record" r
  JOIN "Draft" d ON d."recordId" = r.id
  LEFT JOIN "EditionPeriod" p ON p."recordId" = r.id AND p."untilDay" IS NULL
  LEFT JOIN LATERAL (
    SELECT hash, "effectiveOn" FROM "Edition" WHERE "recordId" = r.id ORDER BY number DESC LIMIT 1) e ON true
  LEFT JOIN LATERAL (
    SELECT state, change, "assignedToId" FROM "Submission"
    WHERE "recordId" = r.id AND ("submittedAt" >= opens OR state IN ('submitted', 'cleared'))
    ORDER BY "submittedAt" DESC LIMIT 1) s ON true
  CROSS JOIN LATERAL (SELECT CASE
    WHEN s.state IN ('submitted', 'cleared') AND s."assignedToId" IS NOT NULL THEN 'in_review'
    WHEN s.state IN ('submitted', 'cleared') THEN s.state::text
    WHEN s.state IN ('clarification_asked', 'withdrawn') THEN 'drafting'
    WHEN s.state = 'approved' AND s.change = 'confirmation' THEN 'confirmed'
    WHEN s.state = 'approved' OR e."effectiveOn" >= (opens AT TIME ZONE 'UTC')::date THEN 'published'
    WHEN d."editedById" IS NOT NULL AND d."editedAt" >= opens THEN 'drafting'
    WHEN e.hash <> d."contentHash" THEN 'drafting'
    ELSE 'not_started' END AS state) at
  WHERE r.id = record AND NOT coalesce(p."isWithheld", false)
$$;

-- Counts every record for a report that is not frozen, anew. Whoever moves a record just now is waited for, and who
-- comes after it sees the report.
CREATE FUNCTION count_report(report uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7310141);
  DELETE FROM "ReportProgress" WHERE "reportId" = report;
  DELETE FROM "ReportAggregate" WHERE "reportId" = report;
  INSERT INTO "ReportProgress" ("reportId", "recordId", "cityId", state)
    SELECT report, counted.* FROM (
      SELECT r.id, r."cityId", report_state(r.id, b."opensAt") AS state
      FROM "Report" b CROSS JOIN "Record" r WHERE b.id = report AND b."opensAt" IS NOT NULL) counted
    WHERE state IS NOT NULL;
  INSERT INTO "ReportAggregate" ("reportId", "cityId", counts)
    SELECT report, "cityId", jsonb_object_agg(state, records) FROM (
      SELECT "cityId", state, count(*) AS records FROM "ReportProgress" WHERE "reportId" = report GROUP BY "cityId", state) each
    GROUP BY "cityId";
END $$;

-- Moves one record in the counts of every report that is not frozen.
CREATE FUNCTION move_in_reports(record uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  report record;
  city uuid;
  before text;
  after text;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7310141);
  FOR report IN
    SELECT b.id, b."opensAt" FROM "Report" b
    WHERE b."opensAt" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "ReportFreeze" f WHERE f."reportId" = b.id)
    ORDER BY b.id
  LOOP
    SELECT state INTO before FROM "ReportProgress" WHERE "recordId" = record AND "reportId" = report.id;
    after := report_state(record, report."opensAt");
    CONTINUE WHEN after IS NOT DISTINCT FROM before;
    SELECT "cityId" INTO city FROM "Record" WHERE id = record;
    IF after IS NULL THEN
      DELETE FROM "ReportProgress" WHERE "recordId" = record AND "reportId" = report.id;
    ELSE
      INSERT INTO "ReportProgress" ("reportId", "recordId", "cityId", state) VALUES (report.id, record, city, after)
        ON CONFLICT ("recordId", "reportId") DO UPDATE SET state = after;
    END IF;
    INSERT INTO "ReportAggregate" ("reportId", "cityId", counts) VALUES (report.id, city, '{}') ON CONFLICT DO NOTHING;
    UPDATE "ReportAggregate" SET counts = move_in_counts(counts, before, after)
      WHERE "reportId" = report.id AND "cityId" = city;
  END LOOP;
END $$;

-- One fewer before, one more after; a state with none is left out.
CREATE FUNCTION move_in_counts(counts jsonb, before text, after text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(state, records), '{}') FROM (
    SELECT state, sum(records)::int AS records FROM (
      SELECT key AS state, value::int AS records FROM jsonb_each_text(counts)
      UNION ALL SELECT before, -1 WHERE before IS NOT NULL
      UNION ALL SELECT after, 1 WHERE after IS NOT NULL) each
    GROUP BY state) summed
  WHERE records > 0
$$;

-- At the end of a transaction, when the record is what it will be. Whoever changes a record or its submissions holds
-- its lock until then, so nobody else moves it meanwhile.
CREATE FUNCTION record_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM move_in_reports(coalesce(NEW."recordId", OLD."recordId"));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER record_moves AFTER INSERT OR UPDATE OF "editedAt", "editedById", "contentHash" ON "Draft"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION record_moves();
CREATE CONSTRAINT TRIGGER record_moves AFTER INSERT OR UPDATE OF state, "assignedToId" ON "Submission"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION record_moves();
CREATE CONSTRAINT TRIGGER record_moves AFTER INSERT ON "Edition"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION record_moves();
CREATE CONSTRAINT TRIGGER record_moves AFTER INSERT OR UPDATE OR DELETE ON "EditionPeriod"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION record_moves();

CREATE FUNCTION report_opens() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "ReportFreeze" WHERE "reportId" = NEW.id) THEN
    PERFORM count_report(NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER report_opens AFTER INSERT OR UPDATE OF "opensAt" ON "Report"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION report_opens();

ALTER TABLE "Mail" ADD CONSTRAINT "Mail_has_one_recipient" CHECK (("personId" IS NULL) <> ("answerId" IS NULL));
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_says_something" CHECK (text <> '');
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_translation_is_bettered" CHECK ((kind = 'translation') = (better <> ''));
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_of_a_city_is_about_a_page" CHECK ("cityId" IS NULL OR kind = 'page');
ALTER TABLE "FeedbackStep" ADD CONSTRAINT "FeedbackStep_says_what" CHECK (kind = 'address_removed' OR text <> '');
CREATE INDEX "Feedback_with_address" ON "Feedback"(at) WHERE email IS NOT NULL;

-- Words without capitals and marks. The dictionary is named, so that the answer never depends on a setting: that makes
-- it immutable, as generated columns and indexes need it.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE FUNCTION search_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, words));

-- Words as a text search vector of one weight. They were separated beforehand (lib/domain/site/search-words.ts):
-- PostgreSQL's own parser depends on the server's locale, and knows no words of Thai or Khmer.
CREATE FUNCTION search_vector(words text, weight text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (
    SELECT coalesce(string_agg('''' || translate(word, '''\', '') || ''':' || least(place, 16383) || weight, ' '), '')::tsvector
    FROM unnest(string_to_array(search_fold(words), ' ')) WITH ORDINALITY AS found (word, place)
    WHERE translate(word, '''\', '') <> '');

ALTER TABLE "EditionPeriod"
  ADD COLUMN "searchWords" tsvector NOT NULL GENERATED ALWAYS AS (
    search_vector("searchTitle", 'A') || search_vector("searchNames", 'B') || search_vector("searchText", 'D')) STORED,
  ADD COLUMN "searchClose" text NOT NULL GENERATED ALWAYS AS (
    search_fold("searchTitle" || ' ' || "searchNames")) STORED;
CREATE INDEX "EditionPeriod_searchWords_idx" ON "EditionPeriod" USING gin ("searchWords");
CREATE INDEX "EditionPeriod_searchClose_idx" ON "EditionPeriod" USING gin ("searchClose" gin_trgm_ops);
CREATE INDEX "EditionPeriod_facets_idx" ON "EditionPeriod" USING gin (facets);

-- The orders of the list of projects that hold now (lib/queries/public/project-order.ts says the same expressions).
CREATE INDEX "EditionPeriod_listed_title_idx" ON "EditionPeriod" (title, "recordId")
  WHERE kind = 'project' AND "isListed" AND "untilDay" IS NULL;
CREATE INDEX "EditionPeriod_listed_city_idx" ON "EditionPeriod" ("cityName", title, "recordId")
  WHERE kind = 'project' AND "isListed" AND "untilDay" IS NULL;
CREATE INDEX "EditionPeriod_listed_stage_idx" ON "EditionPeriod" ((array_position(ARRAY['planning','ongoing','completed','not_stated'], stage)), title, "recordId")
  WHERE kind = 'project' AND "isListed" AND "untilDay" IS NULL;
CREATE INDEX "EditionPeriod_listed_starts_idx" ON "EditionPeriod" ((coalesce("startsOn", '9999')), title, "recordId")
  WHERE kind = 'project' AND "isListed" AND "untilDay" IS NULL;
CREATE INDEX "EditionPeriod_listed_starts_back_idx" ON "EditionPeriod" ((coalesce("startsOn", '')), title, "recordId")
  WHERE kind = 'project' AND "isListed" AND "untilDay" IS NULL;
CREATE INDEX "EditionPeriod_listed_ends_idx" ON "EditionPeriod" ((coalesce("endsOn", '9999')), title, "recordId")
  WHERE kind = 'project' AND "isListed" AND "untilDay" IS NULL;
CREATE INDEX "EditionPeriod_listed_ends_back_idx" ON "EditionPeriod" ((coalesce("endsOn", '')), title, "recordId")
  WHERE kind = 'project' AND "isListed" AND "untilDay" IS NULL;
CREATE INDEX "EditionPeriod_listed_confirmed_idx" ON "EditionPeriod" ("fromDay", title, "recordId")
  WHERE kind = 'project' AND "isListed" AND "untilDay" IS NULL;
CREATE INDEX "PeriodPartner_current_idx" ON "PeriodPartner" (place, "cityId") WHERE "untilDay" IS NULL AND "isListed";
