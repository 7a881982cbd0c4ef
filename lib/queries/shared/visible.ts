import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import {
  holds,
  isOfSecretariat,
  ownCityIds,
  ownCountryCodes,
  type SignedIn,
} from "@/lib/domain/people/actor";

/**
 * A condition that is always true. Not `{}`, which Prisma leaves out: then an `OR` around it has one alternative less.
 */
const everything = { id: { notIn: [] as string[] } };

/** Returns the records whose drafts this reader may see: those of their own cities, and all for administrators. */
export function visibleRecords(reader: SignedIn): Prisma.RecordWhereInput {
  if (holds(reader, "administrator")) return everything;
  return { cityId: { in: ownCityIds(reader) } };
}

/** Returns the records whose discussions this reader may see: those of their own cities alone. */
export function visibleDiscussions(reader: SignedIn): Prisma.RecordWhereInput {
  return { cityId: { in: ownCityIds(reader) } };
}

/** Returns the plans whose drafts this reader may see, as `visibleRecords`. */
export function visiblePlans(reader: SignedIn): Prisma.PlanWhereInput {
  if (holds(reader, "administrator")) return everything;
  return { cityId: { in: ownCityIds(reader) } };
}

/** `visibleRecords` and `visiblePlans` in SQL, for a query with one column "cityId". */
export function visibleCities(reader: SignedIn): Prisma.Sql {
  if (holds(reader, "administrator")) return Prisma.sql`true`;
  return Prisma.sql`"cityId" = any(${ownCityIds(reader)}::uuid[])`;
}

/** Returns the submissions this reader may see: of their own city or country, and all for the secretariat. */
export function visibleSubmissions(reader: SignedIn): Prisma.SubmissionWhereInput {
  if (isOfSecretariat(reader)) return everything;
  return {
    OR: [
      { cityId: { in: ownCityIds(reader) } },
      { city: { countryCode: { in: ownCountryCodes(reader) } } },
    ],
  };
}

/**
 * Returns the cities "c" whose progress with a report this reader may see: all for the secretariat, those of their own
 * country, or their own.
 */
export function visibleReportCities(reader: SignedIn): Prisma.Sql {
  if (isOfSecretariat(reader)) return Prisma.sql`true`;
  return Prisma.sql`(c.id = any(${ownCityIds(reader)}::uuid[])
    or c."countryCode" = any(${ownCountryCodes(reader)}::text[]))`;
}

/** `visibleSubmissions` in SQL, for a query of "Submission" s beside its "City" c. */
export function visibleInQueue(reader: SignedIn): Prisma.Sql {
  if (isOfSecretariat(reader)) return Prisma.sql`true`;
  return Prisma.sql`(s."cityId" = any(${ownCityIds(reader)}::uuid[])
    or c."countryCode" = any(${ownCountryCodes(reader)}::text[]))`;
}

/**
 * Returns the people this reader may see: all for an administrator; for a lead those who hold a grant of their cities.
 */
export function visiblePeople(reader: SignedIn): Prisma.PersonWhereInput {
  if (holds(reader, "administrator")) return everything;
  return { grants: { some: { removedAt: null, cityId: { in: ledCityIds(reader) } } } };
}

/** Returns the grants this reader may see: all for an administrator, for a lead those of their cities. */
export function visibleGrants(reader: SignedIn): Prisma.GrantWhereInput {
  if (holds(reader, "administrator")) return everything;
  return { cityId: { in: ledCityIds(reader) } };
}

/** Returns the cities whose staff this reader manages: all for an administrator, their own for a lead. */
export function visibleStaffCities(reader: SignedIn): Prisma.CityWhereInput {
  if (holds(reader, "administrator")) return everything;
  return { id: { in: ledCityIds(reader) } };
}

function ledCityIds(reader: SignedIn) {
  return reader.grants.flatMap((grant) => (grant.role === "lead" ? [grant.cityId] : []));
}

/**
 * Returns the reader's notices, as long as they may still see what each is about: a person who lost a city loses its
 * notices.
 */
export function visibleNotices(reader: SignedIn): Prisma.NoticeWhereInput {
  const own = { personId: reader.personId };
  if (isOfSecretariat(reader)) return own;
  return {
    ...own,
    OR: [
      { cityId: null },
      { cityId: { in: ownCityIds(reader) } },
      { city: { countryCode: { in: ownCountryCodes(reader) } } },
    ],
  };
}

/**
 * Returns the feedback this reader may see: all for an administrator, all but translations for a reviewer, that of
 * their pages for a city's staff.
 */
export function visibleFeedback(reader: SignedIn): Prisma.FeedbackWhereInput {
  if (holds(reader, "administrator")) return everything;
  if (holds(reader, "reviewer")) return { kind: { not: "translation" } };
  return { kind: "page", cityId: { in: ownCityIds(reader) } };
}
