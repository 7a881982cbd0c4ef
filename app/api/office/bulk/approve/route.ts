import { approveSubmission } from "@/lib/commands/review/approve-submission";
import type { Actor } from "@/lib/domain/people/actor";
import { forgetPublicPages } from "@/lib/site/forget-public-pages";
import { commandRoute } from "@/lib/web/command-route";
import { forEach } from "@/lib/web/for-each";

/** Approves and publishes several submissions: `{ rows: [{ submissionId }] }`. */
export const POST = commandRoute(forEach(approveAndShow));

async function approveAndShow(actor: Actor, raw: unknown) {
  const result = await approveSubmission(actor, raw);
  if (result.ok) forgetPublicPages();
  return result;
}
