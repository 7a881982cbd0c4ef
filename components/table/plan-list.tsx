import { useTranslations } from "next-intl";

/** Shows the plans by city, each with the number of its projects. */
export function PlanList({
  plans,
}: {
  plans: { id: string; cityName: string; countryCode: string; period: string; projects: number }[];
}) {
  const t = useTranslations("office.plans");
  if (plans.length === 0) return <p>{t("none")}</p>;
  return (
    <table className="w-full max-w-text border-collapse">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr className="border-line-strong border-b-2 text-small">
          <th scope="col" className="py-2 pr-4 text-left font-semibold">
            {t("city")}
          </th>
          <th scope="col" className="py-2 pr-4 text-left font-semibold">
            {t("period")}
          </th>
          <th scope="col" className="py-2 text-right font-semibold">
            {t("projects")}
          </th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <tr key={plan.id} className="border-line border-b">
            <th scope="row" className="pr-4 text-left font-normal">
              <a href={`/office/plans/${plan.id}`} className="inline-block py-2.5">
                {plan.cityName}
              </a>{" "}
              <span className="text-muted text-small">{plan.countryCode}</span>
            </th>
            <td className="pr-4">{plan.period}</td>
            <td className="text-right">{plan.projects}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
