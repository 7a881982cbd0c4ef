import { expect, test } from "vitest";
import { inTransaction } from "@/lib/db/client";
import { findFailingChecks } from "@/lib/queries/public/readiness";

/** The number of connections for pages (lib/db/client.ts). */
const connections = 10;

test("a process is ready even when its pages use every connection", async () => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let begun = 0;
  const all = Array.from({ length: connections }, () =>
    inTransaction(async (tx) => {
      await tx.$queryRaw`select 1`;
      begun += 1;
      await held;
    }),
  );
  try {
    await expect.poll(() => begun, { timeout: 20_000 }).toBe(connections);
    const many = await Promise.all(Array.from({ length: 20 }, findFailingChecks));
    expect(many).toEqual(many.map(() => []));
  } finally {
    letGo();
    await Promise.allSettled(all);
  }
});
