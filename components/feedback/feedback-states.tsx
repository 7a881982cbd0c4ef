import { useTranslations } from "next-intl";
import { feedbackStates } from "@/lib/domain/feedback/feedback";

/** Shows links to the feedback that is new, answered or set aside, and to all of it. */
export function FeedbackStates({ current }: { current: string }) {
  const t = useTranslations("feedbackInbox");
  return (
    <nav aria-label={t("list")}>
      <ul className="-mx-2 flex flex-wrap">
        {[...feedbackStates, "all"].map((state) => (
          <li key={state}>
            <a
              href={`/office/feedback?state=${state}`}
              aria-current={state === current ? "page" : undefined}
              className="inline-flex min-h-11 items-center px-2 aria-[current]:font-bold"
            >
              {t("state", { state })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
