import { writeTogether } from "@/tests/e2e/support/ten-people";
import { test } from "@/tests/e2e/support/test";

test("ten people edit one project at once for a minute, and no acknowledged edit is lost", async ({
  baseURL,
}) => {
  const until = Date.now() + 60_000;
  await writeTogether(String(baseURL), "phuket", () => Date.now() < until);
});
