import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { addPerson } from "@/lib/commands/people/add-person";
import { removeGrant } from "@/lib/commands/people/remove-grant";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { askForClarification } from "@/lib/commands/review/ask-for-clarification";
import { clearSubmission } from "@/lib/commands/review/clear-submission";
import { holdSubmission } from "@/lib/commands/review/hold-submission";
import { releaseSubmission } from "@/lib/commands/review/release-submission";
import { database } from "@/lib/db/client";
import type { SignedIn } from "@/lib/domain/people/actor";
import { findPerson } from "@/lib/queries/people/people";
import { type Cast, getCast } from "@/tests/support/cast";
import { aSubmission, must } from "@/tests/support/factories";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

const refused = (reason: string) => ({ ok: false, refusal: { code: "wrong_state", reason } });

/** Returns another representative of Thailand, added by an administrator and signed in. */
async function aRepresentative(isAlternate: boolean): Promise<SignedIn> {
  const { personId } = must(
    await addPerson(cast.administrator, {
      email: `${randomUUID()}@tests.example`,
      name: "Another representative of Thailand",
      role: "representative",
      countryCode: "TH",
      ...(isAlternate && { isAlternate: "on" }),
    }),
  );
  const grants = [{ role: "representative" as const, countryCode: "TH" }];
  return { kind: "signed_in", personId, sessionId: randomUUID(), name: "Another", grants };
}

describe("an alternate", () => {
  test("is shown as an alternate, and may do what the representative may", async () => {
    const alternate = await aRepresentative(true);
    expect((await findPerson(cast.administrator, alternate.personId))?.grants).toMatchObject([
      { role: "representative", isAlternate: true },
    ]);
    const submissionId = await aSubmission(cast, { needsClearance: true });
    must(await holdSubmission(alternate, { submissionId, reason: "Being agreed." }));
    must(await releaseSubmission(cast.representativeOfThailand, { submissionId }));
    must(await clearSubmission(alternate, { submissionId }));
  });

  test("can only be a representative", async () => {
    const { personId } = must(
      await addPerson(cast.administrator, {
        email: `${randomUUID()}@tests.example`,
        name: "Another reviewer",
        role: "reviewer",
        isAlternate: "on",
      }),
    );
    expect((await findPerson(cast.administrator, personId))?.grants).toMatchObject([
      { role: "reviewer", isAlternate: false },
    ]);
  });
});

describe("a submission on hold", () => {
  test("cannot be cleared or approved until it is released; its city can still be asked", async () => {
    const submissionId = await aSubmission(cast, { needsClearance: true });
    const hold = { submissionId, reason: "Being agreed with the ministry." };
    must(await holdSubmission(cast.representativeOfThailand, hold));
    expect(await clearSubmission(cast.representativeOfThailand, { submissionId })).toEqual(
      refused("held"),
    );
    expect(await holdSubmission(cast.representativeOfThailand, hold)).toEqual(
      refused("already_held"),
    );
    expect(await approveSubmission(cast.reviewer, { submissionId })).toEqual(
      refused("held_by_country"),
    );
    must(
      await askForClarification(cast.representativeOfThailand, { submissionId, reason: "Who?" }),
    );
  });

  test("has a reason, without which it is not held", async () => {
    const submissionId = await aSubmission(cast, { needsClearance: true });
    const hold = holdSubmission(cast.representativeOfThailand, { submissionId, reason: " " });
    expect(await hold).toMatchObject({ refusal: { fields: { reason: [{ key: "missing" }] } } });
  });
});

describe("the review steps of a submission are those of the day on which it was sent", () => {
  const setRule = (requiresClearance: boolean) =>
    database().country.update({ where: { code: "TH" }, data: { requiresClearance } });

  test("a rule that is lifted later does not remove the clearance", async () => {
    const submissionId = await aSubmission(cast, { needsClearance: true });
    // The factory has lifted the rule again before this line.
    expect(await approveSubmission(cast.reviewer, { submissionId })).toEqual(
      refused("not_cleared_yet"),
    );
    must(await clearSubmission(cast.representativeOfThailand, { submissionId }));
    must(await approveSubmission(cast.reviewer, { submissionId }));
  });

  test("a rule that is added later does not apply to earlier submissions", async () => {
    const submissionId = await aSubmission(cast);
    await setRule(true);
    try {
      expect(await clearSubmission(cast.representativeOfThailand, { submissionId })).toEqual(
        refused("no_clearance_needed"),
      );
      must(await approveSubmission(cast.reviewer, { submissionId }));
    } finally {
      await setRule(false);
    }
  });

  test("the successor of a representative can clear, and can release what was held", async () => {
    const submissionId = await aSubmission(cast, { needsClearance: true });
    const leaving = await aRepresentative(false);
    must(await holdSubmission(leaving, { submissionId, reason: "Being agreed." }));
    const grant = await database().grant.findFirstOrThrow({
      where: { personId: leaving.personId },
    });
    must(await removeGrant(cast.administrator, { grantId: grant.id }));

    const following = await aRepresentative(false);
    must(await releaseSubmission(following, { submissionId }));
    must(await clearSubmission(following, { submissionId }));
  });
});
