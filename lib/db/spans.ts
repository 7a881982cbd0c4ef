import "server-only";
import { announcePublication } from "@/lib/db/announce";
import type { Tx } from "@/lib/db/client";
import { rebuildEditionFiles } from "@/lib/db/edition-files";
import { type Day, toDay } from "@/lib/domain/day";
import { type EditionContent, readEditionContent } from "@/lib/domain/edition";
import { lateReasonsOf } from "@/lib/domain/late";
import { isListed } from "@/lib/domain/project";
import { measuresOf } from "@/lib/domain/tally";

/**
 * Makes the spans of these records anew from their editions: each edition is the public one from its effective date
 * until the record's next one's. Of several with one date the last counts. Those of a withheld record say so, are not
 * listed, and hold nothing to search. With them the rows that say which files the
 * editions name. Every process hears that what is public changed, once this is committed. Grows with the records' editions, with nothing else.
 */
export async function rebuildSpans(tx: Tx, recordIds: string[]): Promise<void> {
  const rows = await tx.edition.findMany({
    where: { recordId: { in: recordIds } },
    orderBy: [{ recordId: "asc" }, { effectiveOn: "asc" }, { number: "asc" }],
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
  const editions = rows.map((row) => ({ ...row, content: readEditionContent(row.content) }));
  const withheld = await listWithheld(tx, recordIds);
  const lastOfDay = editions.filter((edition, index) => {
    const next = nextOfRecord(editions, index);
    return edition.effectiveOn.getTime() !== next?.effectiveOn.getTime();
  });
  await tx.editionSpan.deleteMany({ where: { recordId: { in: recordIds } } });
  await tx.editionSpan.createMany({
    data: lastOfDay.map((edition, index) => ({
      editionId: edition.id,
      recordId: edition.recordId,
      cityId: edition.cityId,
      kind: edition.kind,
      slug: edition.slug,
      fromDay: edition.effectiveOn,
      untilDay: nextOfRecord(lastOfDay, index)?.effectiveOn ?? null,
      ...filterColumns(edition.content, edition.city.name, toDay(edition.effectiveOn)),
      ...(withheld.has(edition.recordId) && {
        isWithheld: true,
        isListed: false,
        title: "",
        searchText: "",
      }),
    })),
  });
  await rebuildEditionFiles(
    tx,
    recordIds,
    editions.filter((edition) => !withheld.has(edition.recordId)),
  );
  await announcePublication(tx);
}

/** Of these records those that the secretariat keeps from the public now. */
async function listWithheld(tx: Tx, recordIds: string[]): Promise<Set<string>> {
  const rows = await tx.withholding.findMany({
    where: { recordId: { in: recordIds }, endedAt: null },
    select: { recordId: true },
  });
  return new Set(rows.map((row) => row.recordId));
}

function nextOfRecord<E extends { recordId: string }>(editions: E[], index: number): E | null {
  const next = editions[index + 1];
  return next && next.recordId === editions[index]?.recordId ? next : null;
}

function filterColumns(content: EditionContent, cityName: string, effectiveOn: Day) {
  if (content.kind === "plan") {
    return {
      isListed: true,
      title: "",
      stage: "",
      leadFocusArea: null,
      focusAreas: content.fields.focusAreas.map((item) => item.focusArea),
      outcomes: [],
      searchText: "",
      lateReasons: [],
      measures: measuresOf({ supportNeeded: [], milestones: [], indicators: [] }),
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
    searchText: [
      project.title,
      project.localTitle,
      project.summary,
      ...project.translations
        .filter(({ of }) => of === "title" || of === "summary")
        .map(({ text }) => text),
      cityName,
    ]
      .join("\n")
      .toLowerCase(),
    lateReasons: lateReasonsOf(project, effectiveOn),
    measures: measuresOf(project),
  };
}
