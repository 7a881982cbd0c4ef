import { expect, test } from "vitest";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { database } from "@/lib/db/client";
import { listCitiesWithWrongDerivedRows } from "@/lib/db/derived-check";
import { getCast } from "@/tests/support/cast";
import { aSubmission, must, typeInto } from "@/tests/support/factories";

test("derived rows agree with the editions after the import and after publications", async () => {
  const cast = await getCast();
  const submissionId = await aSubmission(cast);
  must(await approveSubmission(cast.reviewer, { submissionId }));
  const { recordId } = await database().submission.findUniqueOrThrow({
    where: { id: submissionId },
  });
  await typeInto(cast, recordId, { stage: ["planning", "completed"] });
  const again = must(await submitRecord(cast.leadOfPhuket, { recordId }));
  must(await approveSubmission(cast.reviewer, again));

  expect(await listCitiesWithWrongDerivedRows()).toEqual([]);
});

test("a wrong count is found", async () => {
  const phuket = { city: { slug: "phuket" } };
  await database().cityAggregate.updateMany({
    where: phuket,
    data: { total: { increment: 1 }, notStated: { increment: 1 } },
  });
  expect(await listCitiesWithWrongDerivedRows()).toEqual(["phuket"]);
});
