import { makeTemplate } from "@/scripts/testing/template-database.mjs";

/** Makes the database that the workers clone, if it does not exist. It runs once before all tests. */
export default async function setUp(): Promise<void> {
  const server = process.env["TEST_DATABASE_URL"];
  if (!server) throw new Error("Run these tests with npm test -- build e2e");
  process.env["E2E_TEMPLATE"] = (await makeTemplate(server)).name;
}
