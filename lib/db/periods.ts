import "server-only";
import { announcePublication } from "@/lib/db/announce";
import type { Tx } from "@/lib/db/client";
import { rebuildEditionFiles } from "@/lib/db/edition-files";
import { type MeantOrganisation, readMeanings } from "@/lib/db/organisations";
import { type NamesOf, readSearchNames } from "@/lib/db/search-names";
import { readSubjectsOf, type SubjectsOf } from "@/lib/db/subjects";
import { type Meaning, meantBy, nameKey } from "@/lib/domain/organisation/name";
import { partnerSlug } from "@/lib/domain/organisation/partner";
import { measuresOf } from "@/lib/domain/progress/aggregate";
import { silentDaysOfIndicators } from "@/lib/domain/progress/aims";
import { lateReasonsOf, silentDaysOf } from "@/lib/domain/progress/late";
import { silentDaysOfPlan } from "@/lib/domain/progress/promises";
import { type EditionContent, readEditionContent } from "@/lib/domain/record/edition";
import type { EditionOrigin } from "@/lib/domain/record/origin";
import { isListed } from "@/lib/domain/record/project";
import { facetsOf } from "@/lib/domain/site/facets";
import { subjectWord, toJoinedWords, toSearchWords } from "@/lib/domain/site/search-words";
import { fromDay, toDay } from "@/lib/domain/values/day";

/**
 * Rebuilds the validity periods of these records from their editions: each edition is the public one from its effective
 * date until the next edition's. Of several with one date the last counts. Periods of a withheld record are marked, not
 * listed and not searchable. Rebuilds with them the partners of listed records and the files of editions, and clears
 * the public page caches at commit. Its cost grows with the records' editions only.
 */
export async function rebuildPeriods(tx: Tx, recordIds: string[]): Promise<void> {
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
      origin: true,
      content: true,
      city: {
        select: {
          name: true,
          localName: true,
          slug: true,
          joinedYear: true,
          countryCode: true,
          country: { select: { name: true } },
        },
      },
    },
  });
  const editions = rows.map((row) => ({ ...row, content: readEditionContent(row.content) }));
  const withheld = await listWithheld(tx, recordIds);
  const lastOfDay = editions.filter((edition, index) => {
    const next = nextOfRecord(editions, index);
    return edition.effectiveOn.getTime() !== next?.effectiveOn.getTime();
  });
  const namesOf = await readSearchNames(tx);
  const subjectsOf = await readSubjectsOf(tx, recordIds);
  const meanings = await readMeanings(tx, lastOfDay.flatMap(partnerNamesOf));
  await tx.editionPeriod.deleteMany({ where: { recordId: { in: recordIds } } });
  await tx.editionPeriod.createMany({
    data: lastOfDay.map((edition, index) => ({
      editionId: edition.id,
      recordId: edition.recordId,
      cityId: edition.cityId,
      kind: edition.kind,
      slug: edition.slug,
      fromDay: edition.effectiveOn,
      untilDay: nextOfRecord(lastOfDay, index)?.effectiveOn ?? null,
      cityName: edition.city.name,
      ...(withheld.has(edition.recordId)
        ? { ...nothingToFind, isWithheld: true }
        : edition.content.kind === "plan"
          ? planColumns(edition.content)
          : projectColumns(edition, edition.content, {
              formerTitles: titlesBefore(lastOfDay, index),
              namesOf,
              partners: partnersOf(edition, meanings),
              subjectsOf,
            })),
    })),
  });
  await tx.periodPartner.createMany({
    data: lastOfDay.flatMap((edition, index) => {
      const { content } = edition;
      if (withheld.has(edition.recordId) || content.kind === "plan") return [];
      return partnersOf(edition, meanings).map(({ organisation, ...partner }) => ({
        ...partner,
        organisationId: organisation?.id ?? null,
        editionId: edition.id,
        cityId: edition.cityId,
        countryCode: edition.city.countryCode,
        isListed: isListed(content.fields),
        fromDay: edition.effectiveOn,
        untilDay: nextOfRecord(lastOfDay, index)?.effectiveOn ?? null,
      }));
    }),
  });
  await rebuildEditionFiles(
    tx,
    recordIds,
    editions.filter((edition) => !withheld.has(edition.recordId)),
  );
  await announcePublication(tx);
}

/** Returns those of these records that are withheld now. */
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

type PeriodEdition = {
  recordId: string;
  effectiveOn: Date;
  origin: EditionOrigin;
  content: EditionContent;
  city: {
    slug: string;
    name: string;
    localName: string | null;
    joinedYear: number;
    countryCode: string;
    country: { name: string };
  };
};

/** Returns the earlier titles of an edition's project, from its editions up to that one. */
function titlesBefore(editions: PeriodEdition[], index: number): string[] {
  let first = index;
  while (first > 0 && editions[first - 1]?.recordId === editions[index]?.recordId) first--;
  return editions
    .slice(first, index)
    .flatMap(({ content }) => (content.kind === "project" ? content.fields.title : []));
}

function partnerNamesOf({ content }: Pick<PeriodEdition, "content">): string[] {
  return content.kind === "project" ? content.fields.partners.map(({ name }) => name) : [];
}

type Partner = {
  slug: string;
  name: string;
  keys: string[];
  place: string;
  organisation: MeantOrganisation | null;
};

/** Returns the partners that an edition names, each once, with the organisation that its name means in its country. */
function partnersOf(
  edition: Pick<PeriodEdition, "content" | "city">,
  meanings: Meaning<MeantOrganisation>[],
): Partner[] {
  const bySlug = new Map<string, Partner>();
  for (const name of partnerNamesOf(edition)) {
    const organisation = meantBy(meanings, name, edition.city.countryCode);
    const slug = organisation?.slug ?? partnerSlug(name);
    const place = `${partnerSlug(organisation?.name ?? name)} ${slug}`;
    const keys = [...new Set([...(bySlug.get(slug)?.keys ?? []), nameKey(name)])];
    bySlug.set(slug, { slug, name, keys, place, organisation });
  }
  return [...bySlug.values()];
}

/** The values of a period that no list shows. */
const nothingToFind = {
  isListed: false,
  title: "",
  stage: "",
  startsOn: null,
  endsOn: null,
  leadFocusArea: null,
  focusAreas: [],
  outcomes: [],
  facets: [],
  searchTitle: "",
  searchNames: "",
  searchText: "",
  lateReasons: [],
  silentFrom: null,
  silentDays: [] as Date[],
  measures: measuresOf({ supportNeeded: [], milestones: [], indicators: [] }),
};

function planColumns({ fields }: Extract<EditionContent, { kind: "plan" }>) {
  const focusAreas = fields.focusAreas.map((item) => item.focusArea);
  const silentDays = silentDaysOfPlan(fields.strategicTargets).map(fromDay);
  return { ...nothingToFind, isListed: true, focusAreas, silentDays };
}

function projectColumns(
  { recordId, effectiveOn, origin, city }: PeriodEdition,
  { fields: project }: Extract<EditionContent, { kind: "project" }>,
  {
    formerTitles,
    namesOf,
    partners,
    subjectsOf,
  }: { formerTitles: string[]; namesOf: NamesOf; partners: Partner[]; subjectsOf: SubjectsOf },
) {
  const translated = (isTitle: boolean) =>
    project.translations.filter(({ of }) => (of === "title") === isTitle).map(({ text }) => text);
  const titles = [
    ...new Set([project.title, project.localTitle, ...translated(true), ...formerTitles]),
  ].join("\n");
  const subjects = subjectsOf(recordId);
  const meant = partners.flatMap(({ organisation }) => organisation?.name ?? []);
  const names = [...new Set([...namesOf(project, city), ...meant])].join("\n");
  const edition = { effectiveOn: toDay(effectiveOn), origin };
  // Reasons that depend on the reader's day are stored as the day from which they apply.
  const lateReasons = lateReasonsOf(project, edition).filter((reason) => reason !== "silent");
  const silentDays = silentDaysOf(project, edition);
  const words = (text: string) => toSearchWords(text).join(" ");
  return {
    isListed: isListed(project),
    title: project.title,
    stage: project.stage,
    startsOn: project.startsOn,
    endsOn: project.endsOn,
    leadFocusArea: project.focusAreas[0]?.focusArea ?? null,
    focusAreas: project.focusAreas.map((item) => item.focusArea),
    outcomes: [...new Set(project.contributions.map((item) => item.outcome))],
    facets: facetsOf(project, {
      city,
      lateReasons,
      origin,
      partners: partners.map(({ slug }) => slug),
      subjects,
    }),
    searchTitle: words(titles),
    searchNames: words(names),
    searchText: [
      words([project.summary, project.description, ...translated(false)].join("\n")),
      ...subjects.map(subjectWord),
      ...toJoinedWords(`${titles}\n${names}`),
    ].join(" "),
    lateReasons,
    silentFrom: silentDays[0] ? fromDay(silentDays[0]) : null,
    silentDays: [...new Set([...silentDays, ...silentDaysOfIndicators(project.indicators)])]
      .toSorted()
      .map(fromDay),
    measures: measuresOf(project),
  };
}
