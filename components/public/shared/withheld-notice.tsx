import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { Notice } from "@/components/ui/notice";
import { formatPartialDate } from "@/components/ui/partial-date";
import { toDay } from "@/lib/domain/values/day";

/** Shows the notice that replaces a withheld record; search engines are asked not to index it. */
export function WithheldNotice({
  withheld: { notice, at },
  title,
  locale,
}: {
  withheld: { notice: string; at: Date };
  title?: string;
  locale: string;
}) {
  const t = useTranslations("public.withheld");
  return (
    <Notice role="status" tone="warning" title={title ?? t("title")}>
      <meta name="robots" content="noindex" />
      <p className="max-w-text whitespace-pre-line">
        <Content>{notice}</Content>
      </p>
      <p>{t("since", { day: formatPartialDate(toDay(at), locale) })}</p>
    </Notice>
  );
}
