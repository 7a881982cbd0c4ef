"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { addPerson } from "@/lib/commands/people/add-person";
import { deactivatePerson } from "@/lib/commands/people/deactivate-person";
import { handOverGrant } from "@/lib/commands/people/hand-over-grant";
import { removeGrant } from "@/lib/commands/people/remove-grant";
import { renewPasswordLink } from "@/lib/commands/people/renew-password-link";
import { handOverLink } from "@/lib/mail/mail";
import { formAction } from "@/lib/web/form-action";

export const addPersonAction = formAction(addPerson, async (added) => {
  refresh();
  if (!added.isDiscreet) return handOverLink(added);
  // The answer does not wait for this, because the time it takes would reveal whether the address has an account.
  after(() => handOverLink(added));
  return { how: "told" as const, email: added.email };
});

export const renewLinkAction = formAction(renewPasswordLink, handOverLink);

export const removeGrantAction = formAction(removeGrant, () => refresh());

export const handOverGrantAction = formAction(handOverGrant, () => refresh());

export const deactivateAction = formAction(deactivatePerson, ({ personId }) =>
  redirect(`/office/people/${personId}`),
);
