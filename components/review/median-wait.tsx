import { useTranslations } from "next-intl";

/**
 * Shows how long cities wait for an answer: the median over the answers of the last 90 days, and how many those are.
 */
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
