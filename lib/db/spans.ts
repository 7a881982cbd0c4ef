import "server-only";
import type { Tx } from "@/lib/db/client";
import { type EditionContent, readEditionContent } from "@/lib/domain/edition";
import { isListed } from "@/lib/domain/project";

/**
 * Makes the spans of one record anew from its editions: each edition is the public one from its effective date until
 * the next one's. Of several with one date the last counts. Grows with the record's editions, with nothing else.
 */
export async function rebuildSpans(tx: Tx, recordId: string): Promise<void> {
  const editions = await tx.edition.findMany({
    where: { recordId },
    orderBy: [{ effectiveOn: "asc" }, { number: "asc" }],
    select: {
      id: true,
      recordId: true,
      cityId: true,
      kind: true,
      slug: true,
      effectiveOn: true,
      content: true,
      city: { select: { name: true } },
    },
  });
  const lastOfDay = editions.filter(
    (edition, index) =>
      edition.effectiveOn.getTime() !== editions[index + 1]?.effectiveOn.getTime(),
  );
  await tx.editionSpan.deleteMany({ where: { recordId } });
  await tx.editionSpan.createMany({
    data: lastOfDay.map((edition, index) => ({
      editionId: edition.id,
      recordId: edition.recordId,
      cityId: edition.cityId,
      kind: edition.kind,
      slug: edition.slug,
      fromDay: edition.effectiveOn,
      untilDay: lastOfDay[index + 1]?.effectiveOn ?? null,
      ...filterColumns(readEditionContent(edition.content), edition.city.name),
    })),
  });
}

function filterColumns(content: EditionContent, cityName: string) {
  if (content.kind === "plan") {
    return {
      isListed: true,
      title: "",
      stage: "",
      leadFocusArea: null,
      focusAreas: content.fields.focusAreas.map((item) => item.focusArea),
      outcomes: [],
      searchText: "",
    };
  }
  const project = content.fields;
  return {
    isListed: isListed(project),
    title: project.title,
    stage: project.stage,
    leadFocusArea: project.focusAreas[0]?.focusArea ?? null,
    focusAreas: project.focusAreas.map((item) => item.focusArea),
    outcomes: [...new Set(project.contributions.map((item) => item.outcome))],
    searchText: [project.title, project.localTitle, project.summary, cityName]
      .join("\n")
      .toLowerCase(),
  };
}
