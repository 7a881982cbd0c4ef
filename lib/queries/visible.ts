import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { holds, ownCityIds, ownCountryCodes, type SignedIn } from "@/lib/domain/actor";

/** The records whose drafts this reader may see: their own cities' staff and the administrators. */
export function visibleRecords(reader: SignedIn): Prisma.RecordWhereInput {
  if (holds(reader, "administrator")) return {};
  return { cityId: { in: ownCityIds(reader) } };
}

/** The plans whose drafts this reader may see; as `visibleRecords`. */
export function visiblePlans(reader: SignedIn): Prisma.PlanWhereInput {
  if (holds(reader, "administrator")) return {};
  return { cityId: { in: ownCityIds(reader) } };
}

/** `visibleRecords` and `visiblePlans` in SQL, for a query with one column "cityId". */
export function visibleCities(reader: SignedIn): Prisma.Sql {
  if (holds(reader, "administrator")) return Prisma.sql`true`;
  return Prisma.sql`"cityId" = any(${ownCityIds(reader)}::uuid[])`;
}

/** The submissions this reader may see: own city's, own country's, and all for the secretariat. */
export function visibleSubmissions(reader: SignedIn): Prisma.SubmissionWhereInput {
  if (holds(reader, "reviewer") || holds(reader, "administrator")) return {};
  return {
    OR: [
      { cityId: { in: ownCityIds(reader) } },
      { city: { countryCode: { in: ownCountryCodes(reader) } } },
    ],
  };
}

/** The people this reader may see: all for an administrator; for a lead those who hold a grant of their cities. */
export function visiblePeople(reader: SignedIn): Prisma.PersonWhereInput {
  if (holds(reader, "administrator")) return {};
  return { grants: { some: { removedAt: null, cityId: { in: ledCityIds(reader) } } } };
}

/** Of what people hold, the grants this reader may see: all for an administrator, for a lead those of their cities. */
export function visibleGrants(reader: SignedIn): Prisma.GrantWhereInput {
  if (holds(reader, "administrator")) return {};
  return { cityId: { in: ledCityIds(reader) } };
}

/** The cities whose staff this reader looks after: all for an administrator, for a lead their own. */
export function visibleStaffCities(reader: SignedIn): Prisma.CityWhereInput {
  if (holds(reader, "administrator")) return {};
  return { id: { in: ledCityIds(reader) } };
}

function ledCityIds(reader: SignedIn) {
  return reader.grants.flatMap((grant) => (grant.role === "lead" ? [grant.cityId] : []));
}
