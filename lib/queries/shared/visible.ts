import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { holds, ownCityIds, ownCountryCodes, type SignedIn } from "@/lib/domain/people/actor";

/** A condition that every row meets. Not `{}`, which Prisma leaves out: then an `OR` around it has one way less. */
const everything = { id: { notIn: [] as string[] } };

/** The records whose drafts this reader may see: their own cities' staff and the administrators. */
export function visibleRecords(reader: SignedIn): Prisma.RecordWhereInput {
  if (holds(reader, "administrator")) return everything;
  return { cityId: { in: ownCityIds(reader) } };
}

/** The records whose discussions this reader may see: their own cities' alone. */
export function visibleDiscussions(reader: SignedIn): Prisma.RecordWhereInput {
  return { cityId: { in: ownCityIds(reader) } };
}

/** The plans whose drafts this reader may see; as `visibleRecords`. */
export function visiblePlans(reader: SignedIn): Prisma.PlanWhereInput {
  if (holds(reader, "administrator")) return everything;
  return { cityId: { in: ownCityIds(reader) } };
}

/** `visibleRecords` and `visiblePlans` in SQL, for a query with one column "cityId". */
export function visibleCities(reader: SignedIn): Prisma.Sql {
  if (holds(reader, "administrator")) return Prisma.sql`true`;
  return Prisma.sql`"cityId" = any(${ownCityIds(reader)}::uuid[])`;
}

/** The submissions this reader may see: own city's, own country's, and all for the secretariat. */
export function visibleSubmissions(reader: SignedIn): Prisma.SubmissionWhereInput {
  if (holds(reader, "reviewer") || holds(reader, "administrator")) return everything;
  return {
    OR: [
      { cityId: { in: ownCityIds(reader) } },
      { city: { countryCode: { in: ownCountryCodes(reader) } } },
    ],
  };
}

/** The cities "c" whose progress with a report this reader may see: all for the secretariat, own country's, own. */
export function visibleReportCities(reader: SignedIn): Prisma.Sql {
  if (holds(reader, "reviewer") || holds(reader, "administrator")) return Prisma.sql`true`;
  return Prisma.sql`(c.id = any(${ownCityIds(reader)}::uuid[])
    or c."countryCode" = any(${ownCountryCodes(reader)}::text[]))`;
}

/** `visibleSubmissions` in SQL, for a query of "Submission" s beside its "City" c. */
export function visibleInQueue(reader: SignedIn): Prisma.Sql {
  if (holds(reader, "reviewer") || holds(reader, "administrator")) return Prisma.sql`true`;
  return Prisma.sql`(s."cityId" = any(${ownCityIds(reader)}::uuid[])
    or c."countryCode" = any(${ownCountryCodes(reader)}::text[]))`;
}

/** The people this reader may see: all for an administrator; for a lead those who hold a grant of their cities. */
export function visiblePeople(reader: SignedIn): Prisma.PersonWhereInput {
  if (holds(reader, "administrator")) return everything;
  return { grants: { some: { removedAt: null, cityId: { in: ledCityIds(reader) } } } };
}

/** Of what people hold, the grants this reader may see: all for an administrator, for a lead those of their cities. */
export function visibleGrants(reader: SignedIn): Prisma.GrantWhereInput {
  if (holds(reader, "administrator")) return everything;
  return { cityId: { in: ledCityIds(reader) } };
}

/** The cities whose staff this reader looks after: all for an administrator, for a lead their own. */
export function visibleStaffCities(reader: SignedIn): Prisma.CityWhereInput {
  if (holds(reader, "administrator")) return everything;
  return { id: { in: ledCityIds(reader) } };
}

function ledCityIds(reader: SignedIn) {
  return reader.grants.flatMap((grant) => (grant.role === "lead" ? [grant.cityId] : []));
}

/** What this reader was told, as long as they may still see what it is about: whoever has lost a city has lost its news. */
export function visibleNotices(reader: SignedIn): Prisma.NoticeWhereInput {
  const own = { personId: reader.personId };
  if (holds(reader, "reviewer") || holds(reader, "administrator")) return own;
  return {
    ...own,
    OR: [
      { cityId: null },
      { cityId: { in: ownCityIds(reader) } },
      { city: { countryCode: { in: ownCountryCodes(reader) } } },
    ],
  };
}

/** The feedback that comes to this reader: all to an administrator, to a reviewer what is no translation's, to a city's staff what is said of its pages. */
export function visibleFeedback(reader: SignedIn): Prisma.FeedbackWhereInput {
  if (holds(reader, "administrator")) return everything;
  if (holds(reader, "reviewer")) return { kind: { not: "translation" } };
  return { kind: "page", cityId: { in: ownCityIds(reader) } };
}
