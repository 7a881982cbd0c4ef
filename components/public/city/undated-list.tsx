import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { Undated } from "@/lib/domain/progress/promises";
import type { PageContext } from "@/lib/domain/site/page-context";

/**
 * Shows what was done, or will be done, without a date that was named before. These are no promises, so they have a
 * list of their own.
 */
export function UndatedList({ context, undated }: { context: PageContext; undated: Undated[] }) {
  const t = useTranslations("promises.happened");
  return (
    <>
      <Steps
        context={context}
        title={t("undated")}
        steps={undated.filter((step) => step.doneOn !== null)}
      />
      <Steps
        context={context}
        title={t("undatedOpen")}
        steps={undated.filter((step) => step.doneOn === null)}
      />
    </>
  );
}

function Steps({
  context,
  title,
  steps,
}: {
  context: PageContext;
  title: string;
  steps: Undated[];
}) {
  if (steps.length === 0) return null;
  return (
    <>
      <h3 className="pt-4 font-bold text-h3">{title}</h3>
      <ul className="flex max-w-text list-disc flex-col gap-1 pl-5">
        {steps.map(({ id, title: step, note, doneOn }) => (
          <li key={id}>
            {doneOn && (
              <span className="font-semibold">{formatPartialDate(doneOn, context.locale)}: </span>
            )}
            <Content>{step}</Content>
            {note && (
              <span className="block text-muted text-small">
                <Content>{note}</Content>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
