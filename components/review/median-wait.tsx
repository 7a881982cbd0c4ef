import { useTranslations } from "next-intl";

/** Shows how long cities wait for an answer: the median of the answers in the last 90 days, and their number. */
export function MedianWait({ median }: { median: { days: number; count: number } | null }) {
  const t = useTranslations("review.queue.median");
  if (!median) return <p className="text-muted">{t("none")}</p>;
  const { days, count } = median;
  return (
    <p>
      {days < 1
        ? t("hours", { hours: Math.max(1, Math.round(days * 24)), count })
        : t("days", { days: Math.round(days * 10) / 10, count })}
    </p>
  );
}
