import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@/tests/e2e/support/test";

// Tests our content on other sites, and the page that explains how to embed it.

const project = "bandar-seri-begawan/projects/digital-payment-hub";
const cards = {
  "a city in English": "/en/embed/cities/phuket",
  "a city in Khmer": "/km/embed/cities/phnom-penh",
  "a project in Burmese": `/my/embed/cities/${project}`,
};

for (const [name, address] of Object.entries(cards)) {
  test(`the card of ${name} works in a frame of a phone’s width without script`, async ({
    page,
    baseURL,
  }) => {
    // Another port makes another origin.
    const elsewhere = createServer((_request, answer) => {
      answer.setHeader("content-type", "text/html");
      answer.end(`<!doctype html><html lang="en"><title>Elsewhere</title><main><h1>Elsewhere</h1>
        <iframe title="card" width="320" height="320" src="${baseURL}${address}"></iframe></main>`);
    }).listen(0, "localhost");
    await once(elsewhere, "listening");
    await page.goto(`http://localhost:${(elsewhere.address() as AddressInfo).port}`);
    const frame = page.frameLocator("iframe");
    await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
    const href = await frame.getByRole("link").getAttribute("href");
    expect(href).toBe(address.replace("/embed", ""));
    const inner = page.frames().at(-1);
    const overflow = () => document.documentElement.scrollWidth - window.innerWidth;
    expect(await inner?.evaluate(overflow)).toBeLessThanOrEqual(0);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    elsewhere.close();
  });
}

test("any site may frame a card but no page; a card has no script", async ({ request }) => {
  const card = await request.get("/en/embed/cities/phuket");
  const policies = card
    .headersArray()
    .filter(({ name }) => name.toLowerCase() === "content-security-policy");
  expect(policies).toHaveLength(1);
  expect(policies[0]?.value).toContain("frame-ancestors *");
  expect(policies[0]?.value).toContain("script-src 'none'");
  expect(card.headers()["x-frame-options"]).toBeUndefined();
  expect(await card.text()).not.toContain("<script");
  const page = await request.get("/en/cities/phuket");
  expect(page.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect((await request.get("/en/embed/cities/nowhere")).status()).toBe(404);

  const badge = await request.get(`/th/embed/cities/${project}/badge.svg`);
  expect(badge.headers()["content-type"]).toBe("image/svg+xml");
  expect(badge.headers()["cross-origin-resource-policy"]).toBe("cross-origin");
  expect(await badge.text()).toMatch(/^<svg/u);
});

test("a page shows the code for other sites, and shared links have a preview picture", async ({
  page,
  request,
}) => {
  await page.goto("/en/cities/phuket");
  await page.getByText("Code for your own website").click();
  await expect(page.getByText("<iframe src=")).toContainText("/en/embed/cities/phuket");
  await expect(page.getByText("badge.svg")).toBeVisible();
  const picture = await page.locator('meta[property="og:image"]').getAttribute("content");
  const answer = await request.get(new URL(String(picture)).pathname);
  expect(answer.headers()["content-type"]).toBe("image/png");
});

test("the page of the open data is at /api, explains every field and is small", async ({
  page,
  request,
}) => {
  await page.goto("/en");
  await page.getByRole("link", { name: "How to use the data" }).click();
  await expect(page).toHaveURL(/\/api$/u);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Open data");
  await expect(page.getByText("CC BY 4.0").first()).toBeVisible();
  await page.getByText("project-milestones –").click();
  await expect(page.getByRole("rowheader", { name: "dueOn", exact: true })).toBeVisible();
  const overflow = () => document.documentElement.scrollWidth - window.innerWidth;
  expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const answer = await request.get("/api");
  expect(answer.headers()["cache-control"]).toContain("s-maxage=1");
  const html = await answer.text();
  expect(html).not.toContain("<script");
  expect(gzipSync(html).length).toBeLessThan(22_000);
});
