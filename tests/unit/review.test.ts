import { describe, expect, test } from "vitest";
import { type ReviewState, reviewStateOf } from "@/lib/domain/review/review-state";
import {
  awaitsClearance,
  awaitsDecision,
  closedAs,
  isOpen,
  type SubmissionState,
  submissionStates,
} from "@/lib/domain/review/submission";

describe("a submission", () => {
  const whose = (needsClearance: boolean) =>
    submissionStates.map((state) => [
      state,
      isOpen({ state }),
      awaitsClearance({ state, needsClearance }),
      awaitsDecision({ state, needsClearance }),
    ]);

  test("goes from the lead to the reviewer", () => {
    expect(whose(false)).toEqual([
      ["submitted", true, false, true],
      ["cleared", true, false, false],
      ["approved", false, false, false],
      ["clarification_asked", false, false, false],
      ["withdrawn", false, false, false],
    ]);
  });

  test("passes the representative first where the country asks for it", () => {
    expect(whose(true)).toEqual([
      ["submitted", true, true, false],
      ["cleared", true, false, true],
      ["approved", false, false, false],
      ["clarification_asked", false, false, false],
      ["withdrawn", false, false, false],
    ]);
  });

  test("that is closed says how", () => {
    expect(closedAs("approved")).toEqual({ code: "wrong_state", reason: "already_approved" });
    expect(closedAs("withdrawn")).toEqual({ code: "wrong_state", reason: "already_withdrawn" });
  });
});

describe("the review state of a record", () => {
  const state = (
    draftHash: string,
    publishedHash: string | null,
    lastSubmission: SubmissionState | null = null,
  ): ReviewState => reviewStateOf({ draftHash, publishedHash, lastSubmission });

  test("depends on its hashes while it is not in review", () => {
    expect(state("a", null)).toBe("never_published");
    expect(state("a", "a", "approved")).toBe("published");
    expect(state("b", "a", "approved")).toBe("changed");
    expect(state("b", "a", "withdrawn")).toBe("changed");
    expect(state("a", null, "withdrawn")).toBe("never_published");
  });

  test("is in review until somebody decides", () => {
    expect(state("a", null, "submitted")).toBe("in_review");
    expect(state("a", "a", "cleared")).toBe("in_review");
  });

  test('stays "clarification asked" until the draft is submitted again', () => {
    expect(state("b", "a", "clarification_asked")).toBe("clarification_asked");
    expect(state("a", "a", "clarification_asked")).toBe("clarification_asked");
  });
});
