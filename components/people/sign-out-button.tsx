"use client";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";

/** Ends the session at once, also on the server, and opens the sign-in page. */
export function SignOutButton() {
  const t = useTranslations("signIn");
  const isHydrated = useHydrated();
  const [isLeaving, setLeaving] = useState(false);
  return (
    <Button
      look="quiet"
      disabled={!isHydrated || isLeaving}
      onClick={() => {
        setLeaving(true);
        signOut({ callbackUrl: "/sign-in" }).catch(() => setLeaving(false));
      }}
    >
      {t("signOut")}
    </Button>
  );
}
