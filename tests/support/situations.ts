import { addPerson } from "@/lib/commands/add-person";
import { approveSubmission } from "@/lib/commands/approve-submission";
import { askForClarification } from "@/lib/commands/ask-for-clarification";
import { changePassword } from "@/lib/commands/change-password";
import { clearSubmission } from "@/lib/commands/clear-submission";
import { commentOnSubmission } from "@/lib/commands/comment-on-submission";
import { createProject } from "@/lib/commands/create-project";
import { deactivatePerson } from "@/lib/commands/deactivate-person";
import { removeGrant } from "@/lib/commands/remove-grant";
import { renewPasswordLink } from "@/lib/commands/renew-password-link";
import { saveDraft } from "@/lib/commands/save-draft";
import { setPassword } from "@/lib/commands/set-password";
import { submitRecord } from "@/lib/commands/submit-record";
import { withdrawSubmission } from "@/lib/commands/withdraw-submission";
import { database } from "@/lib/db/client";
import { hashPassword } from "@/lib/db/passwords";
import type { Actor, LinkHolder } from "@/lib/domain/actor";
import type { Permission } from "@/lib/domain/policy";
import type { Result } from "@/lib/domain/result";
import type { Cast } from "@/tests/support/cast";
import { aPerson, aPlanOf, aReadyProject, aSubmission } from "@/tests/support/factories";

type Command = ((actor: Actor, raw: unknown) => Promise<Result<unknown>>) & {
  permission: Permission;
};

/** One command and, freshly made in Phuket, everything it needs to succeed for whoever is allowed. */
type Situation = {
  name: string;
  command: Command;
  prepare: (cast: Cast) => Promise<{ input: Record<string, unknown>; linkHolder: LinkHolder }>;
};

const strangerWithALink: LinkHolder = {
  kind: "link_holder",
  personId: "00000000-0000-4000-8000-000000000001",
  linkId: "00000000-0000-4000-8000-000000000002",
};

export const situations: Situation[] = [
  situation("beginning a project", createProject, async () => ({
    planId: await aPlanOf("phuket"),
    title: "A new project",
  })),
  situation("saving a draft", saveDraft, async (cast) => ({
    recordId: await aReadyProject(cast),
    changes: JSON.stringify([{ field: "dataNote", seen: "", value: "Typed" }]),
  })),
  situation("submitting", submitRecord, async (cast) => ({ recordId: await aReadyProject(cast) })),
  situation("withdrawing", withdrawSubmission, async (cast) => ({
    submissionId: await aSubmission(cast),
  })),
  situation("commenting", commentOnSubmission, async (cast) => ({
    submissionId: await aSubmission(cast),
    text: "A comment",
  })),
  situation("clearing", clearSubmission, async (cast) => ({
    submissionId: await aSubmission(cast, { needsClearance: true }),
  })),
  situation("asking for clarification", askForClarification, async (cast) => ({
    submissionId: await aSubmission(cast, { needsClearance: true }),
    reason: "What does this mean?",
  })),
  situation("approving", approveSubmission, async (cast) => ({
    submissionId: await aSubmission(cast),
  })),
  situation("adding an editor", addPerson, async () => ({
    email: `${crypto.randomUUID()}@tests.example`,
    name: "Another editor of Phuket",
    role: "editor",
    cityId: await idOfCity("phuket"),
  })),
  situation("deactivating a person", deactivatePerson, async () => ({ personId: await aPerson() })),
  situation("renewing a link", renewPasswordLink, async () => ({ personId: await aPerson() })),
  situation("removing a grant", removeGrant, async () => {
    const grant = await database().grant.findFirstOrThrow({ where: { personId: await aPerson() } });
    return { grantId: grant.id };
  }),
  situation("changing a password", changePassword, async (cast) => {
    const personId = cast.editorOfPhuket.personId;
    await database().person.update({
      where: { id: personId },
      data: { passwordHash: await hashPassword("the present password") },
    });
    return { personId, current: "the present password", password: "quite another password" };
  }),
  {
    name: "setting a password",
    command: setPassword,
    async prepare() {
      const personId = await aPerson();
      const link = await database().passwordLink.findFirstOrThrow({ where: { personId } });
      return {
        input: { personId, password: "a first password of mine" },
        linkHolder: { kind: "link_holder", personId, linkId: link.id },
      };
    },
  },
];

function situation(
  name: string,
  command: Command,
  prepare: (cast: Cast) => Promise<Record<string, unknown>>,
): Situation {
  return {
    name,
    command,
    prepare: async (cast) => ({ input: await prepare(cast), linkHolder: strangerWithALink }),
  };
}

async function idOfCity(slug: string) {
  const city = await database().city.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  return city.id;
}
