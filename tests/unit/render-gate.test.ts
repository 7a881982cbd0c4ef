import { expect, test } from "vitest";
import { Busy, makeRenderGate } from "@/lib/site/render-gate.mjs";

const limits = { perMinute: 0, atOnce: 2, waiting: 4, maxWaitMs: 60_000 };

test("no more pages are rendered at once than there are slots", async () => {
  const gate = makeRenderGate(limits);
  let busy = 0;
  let maxBusy = 0;
  const made = await Promise.allSettled(
    Array.from({ length: 20 }, async (_, index) => {
      const leave = await gate.enter(`network ${index % 3}`);
      busy += 1;
      maxBusy = Math.max(maxBusy, busy);
      await new Promise(setImmediate);
      busy -= 1;
      leave();
      leave();
    }),
  );
  expect(maxBusy).toBe(2);
  // Two run at once and four wait. All others are refused.
  const refused = made.filter((each) => each.status === "rejected");
  expect(made.length - refused.length).toBe(6);
  for (const { reason } of refused) expect(reason).toMatchObject({ status: 503, seconds: 5 });
});

test("a request of a network with few requests goes before those of a network with many", async () => {
  const gate = makeRenderGate({ ...limits, atOnce: 1, waiting: 50 });
  const order: string[] = [];
  const ask = async (network: string) => {
    const leave = await gate.enter(network);
    order.push(network);
    await new Promise((resolve) => setTimeout(resolve, 2));
    leave();
  };
  const attack = Array.from({ length: 10 }, () => ask("attacker"));
  await attack[0];
  await Promise.all([...attack, ask("reader")]);
  expect(order.indexOf("reader")).toBeLessThanOrEqual(2);
});

test("a network that comes back waits no longer than one that is new", async () => {
  const gate = makeRenderGate({ ...limits, atOnce: 1, waiting: 50 });
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const order: string[] = [];
  const ask = async (network: string) => {
    const leave = await gate.enter(network);
    order.push(network);
    await pause(2);
    leave();
  };
  const long = await gate.enter("editor");
  await pause(60);
  long();
  for (let each = 0; each < 10; each += 1) await ask("attacker");
  order.length = 0;
  const attack = Array.from({ length: 10 }, () => ask("attacker"));
  await attack[0];
  await Promise.all([...attack, ask("editor"), ask("reader")]);
  expect(order.indexOf("editor")).toBeLessThanOrEqual(3);
  expect(order.indexOf("reader")).toBeLessThanOrEqual(3);
});

test("when too many wait, the request that starts last is refused", async () => {
  const gate = makeRenderGate({ ...limits, atOnce: 1, waiting: 2 });
  const first = await gate.enter("attacker");
  await new Promise((resolve) => setTimeout(resolve, 5));
  first();
  const leave = await gate.enter("attacker");
  const attack = [gate.enter("attacker"), gate.enter("attacker")];
  const reader = gate.enter("reader");
  await expect(attack[1]).rejects.toBeInstanceOf(Busy);
  leave();
  (await reader)();
  (await attack[0])?.();
});

test("nobody waits longer than the longest wait", async () => {
  const gate = makeRenderGate({ ...limits, atOnce: 1, maxWaitMs: 10 });
  const leave = await gate.enter("a");
  await expect(gate.enter("b")).rejects.toMatchObject({ status: 503 });
  leave();
  (await gate.enter("b"))();
});

test("each network has its own quota", async () => {
  const gate = makeRenderGate({ ...limits, perMinute: 3 });
  for (let each = 0; each < 3; each += 1) await gate.consumeQuota("a");
  await expect(gate.consumeQuota("a")).rejects.toMatchObject({ status: 429 });
  await gate.consumeQuota("b");
});
