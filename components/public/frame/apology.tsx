import { useTranslations } from "next-intl";
import { AnswerStatus } from "@/components/public/frame/answer-status";
import { Frame } from "@/components/public/frame/frame";
import { PageHeader } from "@/components/ui/page-header";
import { defaultLocale } from "@/lib/domain/language/locale";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

const anywhere: PageContext = { locale: defaultLocale, asOf: null };

/** Shows the page for an address that no city, project or term has. */
export function NoSuchPage({ context = anywhere }: { context?: PageContext }) {
  const t = useTranslations("public.notFound");
  return (
    <Frame context={context} path={null} days={null}>
      <AnswerStatus status={404} />
      <PageHeader title={t("title")}>
        <p className="max-w-text text-lead">{t("text")}</p>
      </PageHeader>
      <ul className="flex flex-col gap-2">
        <li>
          <a href={addressOf(context, "/cities")}>{t("cities")}</a>
        </li>
        <li>
          <a href={addressOf(context, "/projects")}>{t("projects")}</a>
        </li>
      </ul>
    </Frame>
  );
}

/** Shows the page for a request for a future day. */
export function DayToCome({ context }: { context: PageContext }) {
  const t = useTranslations("public.asOf");
  return (
    <Frame context={context} path={null} days={null}>
      <AnswerStatus status={400} />
      <PageHeader title={t("toCome.title")}>
        <p className="max-w-text text-lead">{t("toCome.text")}</p>
      </PageHeader>
      <p>
        <a href={addressOf(context, "")}>{t("toCome.link")}</a>
      </p>
    </Frame>
  );
}

/** Shows the page for a failed rendering. The log has the cause under the reference. */
export function Unavailable({
  context = anywhere,
  reference,
}: {
  context?: PageContext;
  reference: string;
}) {
  const t = useTranslations("public.error");
  return (
    <Frame context={context} path={null} days={null}>
      <AnswerStatus status={500} />
      <PageHeader title={t("title")}>
        <p className="max-w-text text-lead">{t("text", { reference })}</p>
      </PageHeader>
    </Frame>
  );
}
