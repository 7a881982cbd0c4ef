"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { changeOrganisation } from "@/lib/commands/organisation/change-organisation";
import { leavePartnerName } from "@/lib/commands/organisation/leave-partner-name";
import { makeOrganisation } from "@/lib/commands/organisation/make-organisation";
import { matchPartnerName } from "@/lib/commands/organisation/match-partner-name";
import { mergeOrganisations } from "@/lib/commands/organisation/merge-organisations";
import { forgetPublicPages } from "@/lib/site/forget-public-pages";
import { formAction } from "@/lib/web/form-action";

type Made = { organisationId: string };

export const makeOrganisationAction = formAction(makeOrganisation, ({ organisationId }): Made => {
  forgetPublicPages();
  redirect(`/office/organisations/${organisationId}`);
});

export const changeOrganisationAction = formAction(changeOrganisation, (changed) => {
  forgetPublicPages();
  refresh();
  return changed;
});

export const mergeOrganisationsAction = formAction(
  mergeOrganisations,
  ({ organisationId }): Made => {
    forgetPublicPages();
    redirect(`/office/organisations/${organisationId}`);
  },
);

export const matchPartnerNameAction = formAction(matchPartnerName, (matched) => {
  forgetPublicPages();
  refresh();
  return matched;
});

export const leavePartnerNameAction = formAction(leavePartnerName, (left) => {
  refresh();
  return left;
});
