-- CreateTable
CREATE TABLE "DataDump" (
    "id" UUID NOT NULL,
    "begunAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "bytes" INTEGER NOT NULL,

    CONSTRAINT "DataDump_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DataDump_begunAt_idx" ON "DataDump"("begunAt");
