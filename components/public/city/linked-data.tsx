import { useTranslations } from "next-intl";
import { JsonLd } from "@/components/public/frame/json-ld";
import {
  cityLinkedData,
  editionLinkedData,
  type PlaceFacts,
  type Publisher,
} from "@/lib/domain/site/linked-data";
import type { PageContext } from "@/lib/domain/site/page-context";

type Edition = Parameters<typeof editionLinkedData>[0];

/** Tells search engines about a city and, when it has a published plan, about the edition of its plan. */
export function CityLinkedData({
  context,
  place,
  plan,
  publisher,
}: {
  context: PageContext;
  place: PlaceFacts;
  /** `title` is the displayed title of the plan. */
  plan: Omit<Edition, "description" | "dataPath"> | null;
  publisher: Publisher;
}) {
  const t = useTranslations("promises.cite");
  const graph = [cityLinkedData(place, context, publisher)];
  if (plan) {
    const { number, effectiveOn: asOf } = plan.edition;
    const description = t("data", { title: plan.title, number, asOf });
    const dataPath = `/api/v1/cities/${place.slug}`;
    graph.push(editionLinkedData({ ...plan, description, dataPath }, place, context, publisher));
  }
  return <JsonLd data={{ "@graph": graph }} />;
}
