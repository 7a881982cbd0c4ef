import { approveSubmission } from "@/lib/commands/approve-submission";
import type { Actor } from "@/lib/domain/actor";
import { commandRoute } from "@/lib/web/command-route";
import { forEach } from "@/lib/web/for-each";
import { showPublication } from "@/lib/web/publication";

/** Approves and publishes each of several submissions: `{ rows: [{ submissionId }] }`. */
export const POST = commandRoute(forEach(approveAndShow));

async function approveAndShow(actor: Actor, raw: unknown) {
  const result = await approveSubmission(actor, raw);
  if (result.ok) showPublication(result.value.published);
  return result;
}
