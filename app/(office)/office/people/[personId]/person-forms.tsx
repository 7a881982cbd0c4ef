"use client";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import {
  deactivateAction,
  removeGrantAction,
  renewLinkAction,
} from "@/app/(office)/office/people/actions";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { LinkNotice } from "@/components/people/link-notice";
import { Button } from "@/components/ui/button";
import { untouched } from "@/lib/domain/result/form-state";

export function RenewLinkForm({ personId }: { personId: string }) {
  const t = useTranslations("people.link");
  const [state, renew, isRenewing] = useActionState(renewLinkAction, untouched);
  return (
    <form action={renew} className="flex max-w-text flex-col gap-3">
      {state.refusal && <RefusalNotice refusal={state.refusal} />}
      {state.value && <LinkNotice handedOver={state.value} />}
      <input type="hidden" name="personId" value={personId} />
      <div>
        <Button type="submit" disabled={isRenewing}>
          {t("renew")}
        </Button>
      </div>
    </form>
  );
}

export function RemoveGrantForm({ grantId, name }: { grantId: string; name: string }) {
  const t = useTranslations("people.grants");
  const [state, remove, isRemoving] = useActionState(removeGrantAction, untouched);
  return (
    <form action={remove} className="flex flex-col gap-2">
      <input type="hidden" name="grantId" value={grantId} />
      <Button type="submit" disabled={isRemoving} aria-label={t("removeNamed", { name })}>
        {t("remove")}
      </Button>
      {state.refusal && <RefusalNotice refusal={state.refusal} />}
    </form>
  );
}

export function DeactivateForm({ personId }: { personId: string }) {
  const t = useTranslations("people.deactivate");
  const [state, deactivate, isDeactivating] = useActionState(deactivateAction, untouched);
  return (
    <form action={deactivate} className="mt-3 flex flex-col gap-3">
      {state.refusal && <RefusalNotice refusal={state.refusal} />}
      <input type="hidden" name="personId" value={personId} />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button type="submit" look="primary" disabled={isDeactivating}>
          {t("yes")}
        </Button>
        <a href={`/office/people/${personId}`} className="inline-flex min-h-11 items-center">
          {t("no")}
        </a>
      </div>
    </form>
  );
}
