-- CreateEnum
CREATE TYPE "FeedbackKind" AS ENUM ('page', 'translation', 'accessibility');

-- CreateEnum
CREATE TYPE "FeedbackState" AS ENUM ('new', 'answered', 'set_aside');

-- CreateEnum
CREATE TYPE "FeedbackStepKind" AS ENUM ('answered', 'set_aside', 'address_removed');

-- DropForeignKey
ALTER TABLE "Mail" DROP CONSTRAINT "Mail_personId_fkey";

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "feedbackId" UUID;

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "answerId" UUID,
ALTER COLUMN "personId" DROP NOT NULL;

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
CREATE INDEX "Feedback_at_id_idx" ON "Feedback"("at" DESC, "id");

-- CreateIndex
CREATE INDEX "Feedback_state_at_id_idx" ON "Feedback"("state", "at" DESC, "id");

-- CreateIndex
CREATE INDEX "Feedback_cityId_at_id_idx" ON "Feedback"("cityId", "at" DESC, "id");

-- CreateIndex
CREATE INDEX "FeedbackStep_feedbackId_at_idx" ON "FeedbackStep"("feedbackId", "at");

-- CreateIndex
CREATE INDEX "FeedbackAttempt_at_idx" ON "FeedbackAttempt"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_answerId_key" ON "Mail"("answerId");

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_feedbackId_fkey" FOREIGN KEY ("feedbackId") REFERENCES "Feedback"("id") ON DELETE SET NULL ON UPDATE CASCADE;

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

-- By hand: what Prisma has no words for.
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_has_one_recipient" CHECK (("personId" IS NULL) <> ("answerId" IS NULL));
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_says_something" CHECK (text <> '');
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_translation_is_bettered" CHECK ((kind = 'translation') = (better <> ''));
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_of_a_city_is_about_a_page" CHECK ("cityId" IS NULL OR kind = 'page');
ALTER TABLE "FeedbackStep" ADD CONSTRAINT "FeedbackStep_says_what" CHECK (kind = 'address_removed' OR text <> '');
CREATE INDEX "Feedback_with_address" ON "Feedback"(at) WHERE email IS NOT NULL;

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "FeedbackStep"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "FeedbackStep"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
