import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { saveDraft } from "@/lib/commands/record/save-draft";
import { database } from "@/lib/db/client";
import { parseFields } from "@/lib/domain/record/record";
import { type Cast, getCast } from "@/tests/support/cast";
import { aTarget } from "@/tests/support/examples";
import {
  aMilestone,
  aPlanOf,
  aReadyProject,
  aSave,
  must,
  typeInto,
} from "@/tests/support/factories";

let cast: Cast;
let planId: string;
beforeAll(async () => {
  cast = await getCast();
  planId = await aPlanOf("phuket");
});

/** Adds a target that this milestone answers to the plan of Phuket. */
async function addTarget(milestone: string) {
  const { content } = await database().draft.findUniqueOrThrow({ where: { recordId: planId } });
  const seen = parseFields("plan", content).strategicTargets;
  const target = aTarget({ text: "A target", milestone });
  const changes = [{ field: "strategicTargets", seen, value: [...seen, target] }];
  return { target, result: await saveDraft(cast.leadOfPhuket, aSave(planId, changes)) };
}

test("a target is answered by a milestone of a project of its plan", async () => {
  const milestone = aMilestone();
  const recordId = await aReadyProject(cast);
  await typeInto(cast, recordId, { milestones: [[], [milestone]] });
  must((await addTarget(milestone.id)).result);
});

test("a target is not answered by what no project of its plan has", async () => {
  const ofBangkok = await database().draft.findFirstOrThrow({
    where: {
      record: { city: { slug: "bangkok" }, kind: "project" },
      content: { path: ["milestones", "0", "id"], string_contains: "" },
    },
  });
  const [foreign] = parseFields("project", ofBangkok.content).milestones;
  for (const milestone of [foreign?.id ?? "", randomUUID()]) {
    const { target, result } = await addTarget(milestone);
    const fields = { [`strategicTargets.${target.id}.milestone`]: [{ key: "unknown_answer" }] };
    expect(result).toEqual({ ok: false, refusal: { code: "invalid", fields } });
  }
});
