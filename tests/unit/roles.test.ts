import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isOf, type Role, roles, type Scope, toGrants } from "@/lib/domain/people/roles";

const scopes: Scope[] = ["city", "country", "network"];
const scopeOf = (role: Role) => scopes.find((scope) => isOf(scope, role));

test("the database has the roles of the table, in its order", () => {
  const [, names = ""] =
    /enum Role \{([^}]*)\}/u.exec(readFileSync("prisma/schema.prisma", "utf8")) ?? [];
  expect(names.trim().split(/\s+/u)).toEqual(roles);
});

test("the database checks the place of each role as the table says", () => {
  const sql = readFileSync("prisma/migrations/20261128000000_init/migration.sql", "utf8");
  const [, cases = ""] =
    /"Grant_place_fits_role" CHECK \(\s+CASE role([^;]*)END\)/u.exec(sql) ?? [];
  const place = { city: ["NOT NULL", "NULL"], country: ["NULL", "NOT NULL"] };
  const written = [
    ...cases.matchAll(
      /WHEN '(\w+)' THEN "cityId" IS (NOT NULL|NULL) AND "countryCode" IS (NOT NULL|NULL)/gu,
    ),
  ].map(([, role, city, country]) => [role, city, country]);
  const wanted = roles.flatMap((role) =>
    isOf("city", role) || isOf("country", role)
      ? [[role, ...place[isOf("city", role) ? "city" : "country"]]]
      : [],
  );
  expect(written).toEqual(wanted);
  expect(cases).toContain('ELSE "cityId" IS NULL AND "countryCode" IS NULL');
});

test("each role needs one kind of place, and a row without it is no grant", () => {
  const cityId = "a city";
  const countryCode = "TH";
  const place = { city: { cityId }, country: { countryCode }, network: {} };
  for (const role of roles) {
    const scope = scopeOf(role);
    if (!scope) throw new Error(`Where does ${role} hold?`);
    expect(scopes.filter((each) => isOf(each, role))).toEqual([scope]);
    expect(toGrants({ role, cityId, countryCode })).toEqual([{ role, ...place[scope] }]);
    const without = toGrants({ role, cityId: null, countryCode: null });
    expect(without).toEqual(scope === "network" ? [{ role }] : []);
  }
});
