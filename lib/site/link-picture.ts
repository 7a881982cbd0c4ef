import "server-only";
import { LRUCache } from "lru-cache";
import { createTranslator } from "next-intl";
import { defaultLocale } from "@/lib/domain/language/locale";
import type { Aggregate } from "@/lib/domain/progress/aggregate";
import { stages } from "@/lib/domain/record/project";
import { type CardWords, drawCard } from "@/lib/files/card-picture";
import { findCity } from "@/lib/queries/public/city";
import { findProject } from "@/lib/queries/public/project";
import { listCityTotals, totalOfCities } from "@/lib/queries/public/totals";
import { words } from "../../messages/en/index";

const t = createTranslator({ locale: defaultLocale, messages: words });

/** Drawn pictures by their texts: the same texts give the same picture. */
const drawn = new LRUCache<string, Buffer>({
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: (picture) => picture.length,
});

/**
 * Returns the preview picture of a page for shared links (PNG): of the network, of a city by slug, or of a project by
 * city and slug. Null when the page does not exist.
 */
export async function linkPicture(path: string[]): Promise<Buffer | null> {
  const said = await wordsFor(path);
  if (!said) return null;
  const key = JSON.stringify(said);
  const picture = drawn.get(key) ?? (await drawCard(said));
  drawn.set(key, picture);
  return picture;
}

async function wordsFor([kind, city, project, ...rest]: string[]): Promise<CardWords | null> {
  if (rest.length > 0) return null;
  const foot = `${t("public.frame.name")} – ${t("openData.picture.independent")}`;
  if (kind === "network" && city === undefined) {
    const aggregate = totalOfCities(await listCityTotals(null));
    return { place: "", title: t("public.frame.subtitle"), facts: factsOf(aggregate), foot };
  }
  if (kind !== "cities" || city === undefined) return null;
  if (project === undefined) {
    const found = await findCity(city, null);
    return (
      found && {
        place: found.country.name,
        title: found.name,
        facts: factsOf(found.aggregate),
        foot,
      }
    );
  }
  const found = await findProject(city, project, null);
  if (!found?.project) return null;
  const { title, stage, endsOn } = found.project.fields;
  const facts = [
    t(`choices.stage.${stage}`),
    ...(endsOn ? [t("openData.picture.until", { year: endsOn.slice(0, 4) })] : []),
  ];
  return { place: `${found.cityName}, ${found.countryName}`, title, facts, foot };
}

function factsOf({ total, byStage }: Aggregate): string[] {
  return [
    `${total} ${t("public.stages.total", { count: total })}`,
    ...stages
      .filter((stage) => byStage[stage] > 0)
      .map((stage) => `${byStage[stage]} ${t(`choices.stage.${stage}`).toLowerCase()}`),
  ];
}
