import { useFormatter, useTranslations } from "next-intl";
import { formatPartialDate } from "@/components/ui/partial-date";
import { knownCityName } from "@/lib/domain/language/local-name";
import { type EditionOrigin, editionOrigins } from "@/lib/domain/record/origin";
import type { PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

/** Says as of which day an edition is, and whose words it holds, in one line under a title. */
export function OriginLine({
  context,
  edition: { origin, effectiveOn },
  sources,
  cityName,
}: {
  context: PageContext;
  edition: { origin: EditionOrigin; effectiveOn: Day };
  sources: unknown[];
  cityName: string;
}) {
  const t = useTranslations();
  const city = knownCityName(context.locale, cityName);
  return (
    <p className="max-w-text text-muted">
      {t("public.asOf.banner", { date: formatPartialDate(effectiveOn, context.locale) })}
      {" · "}
      <OriginShape origin={origin} />{" "}
      {origin === "documents"
        ? t("origin.documents", { count: sources.length, city })
        : t("origin.city", { city })}
    </p>
  );
}

/** Says whose words a project of a list holds, as a shape with a word. */
export function OriginMark({ origin }: { origin: EditionOrigin }) {
  const t = useTranslations("choices.origin");
  return (
    <span className="text-muted text-small">
      <OriginShape origin={origin} /> {t(origin)}
    </span>
  );
}

/** Says of how many projects which words are held; each number leads to its projects where they can be listed. */
export function OriginCounts({
  counts,
  hrefOf,
}: {
  counts: Record<EditionOrigin, number>;
  hrefOf?: (origin: EditionOrigin) => string;
}) {
  const format = useFormatter();
  return (
    <p className="flex flex-wrap gap-x-5 text-small">
      {editionOrigins.map((origin) => (
        <span key={origin}>
          <OriginMark origin={origin} />:{" "}
          {hrefOf && counts[origin] > 0 ? (
            <a href={hrefOf(origin)}>{format.number(counts[origin])}</a>
          ) : (
            format.number(counts[origin])
          )}
        </span>
      ))}
    </p>
  );
}

/** A filled circle for what a city stated, a dashed one for what the tracker read. */
function OriginShape({ origin }: { origin: EditionOrigin }) {
  const shape = origin === "city" ? "border-solid bg-current" : "border-dashed";
  return (
    <span
      aria-hidden="true"
      className={`inline-block size-2.5 rounded-full border border-current ${shape}`}
    />
  );
}
