import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** Shows how a person gets their one-time link. A displayed link is shown only once and not stored. */
export function LinkNotice({
  handedOver,
}: {
  handedOver:
    | { how: "mailed" | "no_link_needed" | "told"; email: string }
    | { how: "shown" | "mail_failed"; email: string; link: string };
}) {
  const t = useTranslations("people.handedOver");
  const { how, email } = handedOver;
  return (
    <Notice
      role="status"
      tone={how === "mail_failed" ? "warning" : "good"}
      title={t(how, { email })}
    >
      {"link" in handedOver && (
        <>
          <p>{t("passItOn")}</p>
          <p className="my-2 select-all rounded-box border border-line-strong bg-white px-3 py-2 [overflow-wrap:anywhere]">
            {handedOver.link}
          </p>
        </>
      )}
    </Notice>
  );
}
