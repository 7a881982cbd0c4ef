import { useTranslations } from "next-intl";
import { type QueuePart, type QueueState, toQueueQuery } from "@/lib/domain/review/queue";

/** Shows links to the parts of the queue with the number of submissions in each; one is shown at a time. */
export function QueueParts({
  parts,
  current,
  state,
}: {
  parts: { part: QueuePart; count: number }[];
  current: QueuePart;
  state: QueueState;
}) {
  const t = useTranslations("review.queue");
  return (
    <nav aria-label={t("parts")}>
      <ul className="flex flex-col border-line sm:flex-row sm:gap-6 sm:border-b">
        {parts.map(({ part, count }) => (
          <li key={part}>
            <a
              href={`/office/submissions${toQueueQuery(state, { part, after: undefined })}`}
              aria-current={part === current ? "page" : undefined}
              className="inline-flex min-h-11 items-center border-transparent border-l-4 pl-3 aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:no-underline sm:border-b-4 sm:border-l-0 sm:pl-0"
            >
              {t(`part.${part}`)}
              {part !== "decided" && ` (${count})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
