import { writeTogether } from "@/tests/e2e/support/ten-people";
import { test } from "@/tests/e2e/support/test";

test("ten people edit one project at once: each acknowledged edit is in the history once, the last one holds", async ({
  baseURL,
}) => {
  await writeTogether(String(baseURL), "phuket", (turn) => turn < 12);
});
