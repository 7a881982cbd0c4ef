-- CreateEnum
CREATE TYPE "TallyKind" AS ENUM ('city', 'focus_area', 'outcome');

-- AlterTable
ALTER TABLE "EditionSpan" ADD COLUMN     "lateReasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "measures" JSONB;

-- AlterTable
ALTER TABLE "CityTally" DROP CONSTRAINT "CityTally_pkey",
ADD COLUMN     "byLateReason" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "byNeed" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "byStanding" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "kind" "TallyKind" NOT NULL DEFAULT 'city',
ADD COLUMN     "milestones" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "term" TEXT NOT NULL DEFAULT '',
ADD CONSTRAINT "CityTally_pkey" PRIMARY KEY ("cityId", "kind", "term", "fromDay");

-- The late ones among the listed, by title.
CREATE INDEX "EditionSpan_late_idx" ON "EditionSpan" ("title", "recordId") WHERE "kind" = 'project' AND "isListed" AND NOT ("lateReasons" = '{}');
