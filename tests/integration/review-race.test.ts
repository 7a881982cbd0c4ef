import { beforeAll, expect, test } from "vitest";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { askForClarification } from "@/lib/commands/review/ask-for-clarification";
import { claimSubmission } from "@/lib/commands/review/claim-submission";
import { clearSubmission } from "@/lib/commands/review/clear-submission";
import { withdrawSubmission } from "@/lib/commands/review/withdraw-submission";
import { database } from "@/lib/db/client";
import type { SignedIn } from "@/lib/domain/people/actor";
import type { Result, WrongState } from "@/lib/domain/result/result";
import { type Cast, getCast } from "@/tests/support/cast";
import { aSubmission } from "@/tests/support/factories";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

const clients = 50;

type Race = {
  name: string;
  needsClearance?: boolean;
  take: (submissionId: string) => Promise<Result<unknown>>;
  kind: string;
  reason: WrongState;
};

const races: Race[] = [
  {
    name: "approve",
    take: (submissionId) => approveSubmission(cast.reviewer, { submissionId }),
    kind: "published",
    reason: "already_approved",
  },
  {
    name: "clear",
    needsClearance: true,
    take: (submissionId) => clearSubmission(cast.representativeOfThailand, { submissionId }),
    kind: "cleared",
    reason: "already_cleared",
  },
  {
    name: "withdraw",
    take: (submissionId) => withdrawSubmission(cast.leadOfPhuket, { submissionId }),
    kind: "withdrawn",
    reason: "already_withdrawn",
  },
  {
    name: "ask for clarification",
    take: (submissionId) =>
      askForClarification(cast.otherReviewer, { submissionId, reason: "Why?" }),
    kind: "clarification_asked",
    reason: "already_clarification_asked",
  },
  {
    name: "assign to oneself",
    take: (submissionId) => claimSubmission(cast.reviewer, { submissionId, seen: "" }),
    kind: "claimed",
    reason: "already_yours",
  },
];

test.each(races)(
  "50 at once $name: once it happens, 49 are told why not",
  async ({ needsClearance = false, take, kind, reason }) => {
    const submissionId = await aSubmission(cast, { needsClearance });

    const results = await Promise.all(Array.from({ length: clients }, () => take(submissionId)));

    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const refusals = results.flatMap((result) => (result.ok ? [] : [result.refusal]));
    expect(refusals).toEqual(Array(clients - 1).fill({ code: "wrong_state", reason }));
    expect(await database().timelineEntry.count({ where: { submissionId, kind } })).toBe(1);
    expect(await database().edition.count({ where: { submissionId } })).toBe(
      kind === "published" ? 1 : 0,
    );
  },
);

test("when two reviewers claim the same submission, the second is refused", async () => {
  const submissionId = await aSubmission(cast);
  const reviewers: SignedIn[] = [cast.reviewer, cast.otherReviewer];

  const results = await Promise.all(
    reviewers.map((reviewer) => claimSubmission(reviewer, { submissionId, seen: "" })),
  );

  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.find((result) => !result.ok)).toMatchObject({
    refusal: { code: "wrong_state", reason: "claimed_meanwhile" },
  });
});
