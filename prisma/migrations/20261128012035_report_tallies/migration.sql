-- CreateTable
CREATE TABLE "ReportProgress" (
    "reportId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "ReportProgress_pkey" PRIMARY KEY ("recordId","reportId")
);

-- CreateTable
CREATE TABLE "ReportTally" (
    "reportId" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "counts" JSONB NOT NULL,

    CONSTRAINT "ReportTally_pkey" PRIMARY KEY ("reportId","cityId")
);

-- CreateIndex
CREATE INDEX "ReportProgress_reportId_cityId_idx" ON "ReportProgress"("reportId", "cityId");

-- AddForeignKey
ALTER TABLE "ReportProgress" ADD CONSTRAINT "ReportProgress_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportProgress" ADD CONSTRAINT "ReportProgress_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportProgress" ADD CONSTRAINT "ReportProgress_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportTally" ADD CONSTRAINT "ReportTally_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportTally" ADD CONSTRAINT "ReportTally_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- How far a record is with a report that opens, or opened, at this instant; null when the report does not ask for it.
-- A plan, a listed project, and whatever somebody has worked on since. A submission from before that still waits
-- counts, and what is public counts by the day that it holds for: history that was imported since is no answer.
CREATE FUNCTION report_state(record uuid, opens timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN r.kind = 'plan' OR coalesce(p."isListed", false) OR s.state IS NOT NULL OR at.state = 'drafting' THEN at.state END
  FROM "Record" r
  JOIN "Draft" d ON d."recordId" = r.id
  LEFT JOIN "EditionSpan" p ON p."recordId" = r.id AND p."untilDay" IS NULL
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
  DELETE FROM "ReportTally" WHERE "reportId" = report;
  INSERT INTO "ReportProgress" ("reportId", "recordId", "cityId", state)
    SELECT report, counted.* FROM (
      SELECT r.id, r."cityId", report_state(r.id, b."opensAt") AS state
      FROM "Report" b CROSS JOIN "Record" r WHERE b.id = report AND b."opensAt" IS NOT NULL) counted
    WHERE state IS NOT NULL;
  INSERT INTO "ReportTally" ("reportId", "cityId", counts)
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
    INSERT INTO "ReportTally" ("reportId", "cityId", counts) VALUES (report.id, city, '{}') ON CONFLICT DO NOTHING;
    UPDATE "ReportTally" SET counts = move_in_counts(counts, before, after)
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
CREATE CONSTRAINT TRIGGER record_moves AFTER INSERT OR UPDATE OR DELETE ON "EditionSpan"
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

-- The reports that are there already.
SELECT count_report(b.id) FROM "Report" b
  WHERE b."opensAt" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "ReportFreeze" f WHERE f."reportId" = b.id);
INSERT INTO "ReportTally" ("reportId", "cityId", counts)
  SELECT "reportId", "cityId", jsonb_object_agg(state, records) FROM (
    SELECT "reportId", "cityId", state, count(*) AS records FROM "ReportRecord" GROUP BY "reportId", "cityId", state) each
  GROUP BY "reportId", "cityId";
