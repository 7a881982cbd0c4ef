import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { lockPerson } from "@/lib/db/locks";
import { makePasswordLink } from "@/lib/db/password-links";
import { refuse } from "@/lib/domain/result/result";

/**
 * Creates a new one-time link to set a password for a person who lost theirs; earlier links stop working. Refuses
 * `wrong_state` for a deactivated account.
 */
export const renewPasswordLink = command({
  permission: "passwordLink.make",
  input: z.object({ personId: z.uuid() }),
  subject: (tx, input) => lockPerson(tx, input.personId),

  async run({ tx, subject: person, now }) {
    if (person.deactivatedAt) refuse({ code: "wrong_state", reason: "already_deactivated" });
    const token = await makePasswordLink(tx, person.id, now);
    return {
      value: { personId: person.id, email: person.email, token },
      entry: { kind: "password_link_made", personId: person.id },
    };
  },
});
