import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { embedMetadata } from "@/app/(embed)/embed-metadata";
import { publicPage } from "@/app/(public)/public-page";
import { EmbedCard } from "@/components/public/network/embed-card";
import { StageBadge } from "@/components/record/shared/stage-badge";
import { cityNameIn } from "@/lib/domain/language/local-name";
import { stages } from "@/lib/domain/record/project";
import { addressOf } from "@/lib/domain/site/page-context";
import { findCity } from "@/lib/queries/public/city";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const getCity = cache(findCity);

export const generateMetadata = embedMetadata<{ city: string }>(async ({ context, city: slug }) => {
  const city = await getCity(slug, null);
  return city && cityNameIn(context.locale, city);
});

/** Shows a city's projects by stage, as a card in a frame on another site. */
export default publicPage<{ city: string }>(async ({ context, city: slug }) => {
  const city = await getCity(slug, null);
  if (!city) return null;
  const t = await getTranslations("embed");
  return (
    <EmbedCard
      href={addressOf(context, `/cities/${slug}`)}
      title={cityNameIn(context.locale, city)}
      lead={t("projects", { count: city.aggregate.total })}
    >
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1">
        {stages
          .filter((stage) => city.aggregate.byStage[stage] > 0)
          .map((stage) => (
            <li key={stage} className="flex justify-between gap-2 border-line border-b py-1">
              <StageBadge stage={stage} />
              <span className="tabular-nums">{city.aggregate.byStage[stage]}</span>
            </li>
          ))}
      </ul>
    </EmbedCard>
  );
});
