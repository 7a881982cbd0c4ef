import { violationsOf } from "@/tests/e2e/support/axe";
import { watchPolicy } from "@/tests/e2e/support/policy";
import { examplePaths, examplePathsByDay } from "@/tests/e2e/support/public-pages";
import { tryOnScreens } from "@/tests/e2e/support/screens";
import { expect, test } from "@/tests/e2e/support/test";

// Tests what a visitor reads without an account and without script.

/** One page of each kind, and some kinds in another state. */
const pages = {
  ...Object.fromEntries(Object.entries(examplePaths).map(([kind, path]) => [kind, `/en${path}`])),
  "city without projects": "/en/cities/dili",
  "city with many projects": "/en/cities/phuket",
  "closed project": "/en/cities/phuket/projects/maas",
  "edition that is not the newest": "/en/cities/cebu-city/projects/brt/editions/1",
  "change log of a project with many": "/en/cities/cebu-city/projects/brt/changes",
  "project since a day": "/en/cities/cebu-city/projects/brt/changes?since=2022-09-21",
  "city since a day": "/en/cities/cebu-city/changes?since=2018-07-08&asOf=2024-12-31",
  "network since a day": "/en/changes?since=2024-12-31",
  "filtered projects": "/en/projects?stage=completed&country=BN",
  "projects like what was searched": "/en/projects?q=Digtal+Paymnt&closing=any&sort=relevance",
  "support of one kind": "/en/support-needed?kind=finance",
  "cities compared": "/en/compare?city=phuket&city=ha-noi&city=cebu-city&city=dili",
  "outcome as of a day": "/en/outcomes/competitive-economy?asOf=2024-09-25",
  "focus area as of a day": "/en/focus-areas/safety-security?asOf=2022-09-21",
  "country as of a day": "/en/countries/SG?asOf=2023-12-31",
  "first report": "/en/reports/2022/1",
  "city of a freeze": "/en/reports/2024/1/cities/makassar",
  "no such report": "/en/reports/1999",
  "open data": "/api",
  "network as of a day": "/en?asOf=2018-07-08",
  "day before the first": "/en/cities?asOf=2018-01-01",
  "page without days": "/en/numbers?asOf=2024-09-25",
  "feedback on a page": "/en/feedback?about=%2Fcities%2Fphuket",
  "feedback on a translation": "/en/feedback?kind=translation&about=%2F",
  "feedback that was sent": "/en/feedback?sent=city&about=%2Fcities%2Fphuket",
  "no such page": "/en/cities/nowhere",
  "no such day": "/en?asOf=yesterday",
};

for (const [name, address] of Object.entries(pages)) {
  test(`${name}: reads well, stays within the screen and breaks no rule of its own`, async ({
    page,
  }) => {
    const broken = await watchPolicy(page);
    await page.goto(address);

    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page.getByRole("contentinfo")).toContainText("independent");
    expect(await violationsOf(page)).toEqual([]);
    await tryOnScreens(page, name);
    expect(broken).toEqual([]);
  });
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a visitor reads the network, a city and a project, and an earlier day of it", async ({
    page,
  }) => {
    await page.goto("/en?asOf=2025-09-30");
    await expect(page.getByText("134 projects of 35 cities")).toBeVisible();
    await page.getByRole("link", { name: "Thailand", exact: true }).first().click();
    await page.getByRole("link", { name: "Bangkok", exact: true }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bangkok");
    await expect(page.getByRole("main").locator("[lang=th]")).toHaveText("กรุงเทพมหานคร");
    await page.getByRole("link", { name: "Bang Sue Grand Station" }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bang Sue Grand Station");
    await expect(page.getByText(/^As of .* Read by the tracker from/u)).toBeVisible();

    await page.getByRole("link", { name: "8 July 2018", exact: true }).first().click();
    await expect(page.getByText("As of 8 July 2018", { exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Show the latest information" }).click();
    await expect(page).not.toHaveURL(/asOf/);
  });

  test("every page of the network links to the days of its reports", async ({ page }) => {
    const paths = examplePathsByDay.filter((path) => !path.startsWith("/cities/"));
    for (const path of paths) {
      await page.goto(`/en${path}`);
      const form = page.getByRole("form", { name: "Show this page as of a date" });
      await form.getByRole("link", { name: "14 August 2023", exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`/en/?${path}\\?asOf=2023-08-14$`, "u"));
      await expect(page.getByText("As of 14 August 2023", { exact: true })).toBeVisible();
    }
  });

  test("every report day shows the printed totals, and numbers link to their lists", async ({
    page,
  }) => {
    const printed = {
      "2018-07-08": 53,
      "2022-09-21": 77,
      "2023-08-14": 86,
      "2024-09-25": 108,
      "2025-09-30": 134,
    };
    for (const [day, total] of Object.entries(printed)) {
      await page.goto(`/en?asOf=${day}`);
      await expect(page.getByText(`${total} projects of`)).toBeVisible();
    }
    await page.getByRole("link", { name: "18", exact: true }).first().click();
    await expect(page).toHaveURL(/\/en\/projects\?stage=completed&asOf=2025-09-30$/);
    await expect(page.getByText("18 projects", { exact: true })).toBeVisible();
  });

  test("the list of projects is filtered and paged by its address", async ({ page }) => {
    await page.goto("/en/projects?asOf=2025-09-30");
    await expect(page.getByText("134 projects · 50 on this page")).toBeVisible();
    await page.getByRole("link", { name: "Next page" }).click();
    await page.getByRole("link", { name: "Next page" }).click();
    await expect(page.getByText("134 projects · 34 on this page")).toBeVisible();

    await page.getByRole("combobox", { name: "Stage" }).selectOption("Planning");
    await page.getByRole("button", { name: "Show" }).first().click();
    await expect(page.getByText("8 projects", { exact: true })).toBeVisible();
    await expect(page).toHaveURL(/stage=planning.*asOf=2025-09-30/);
  });

  test("a missing page has a text and the right status", async ({ page }) => {
    for (const address of ["/en/cities/nowhere", "/en/cities/phuket/projects/x", "/xx", "/a/b/c"]) {
      expect([address, (await page.goto(address))?.status()]).toEqual([address, 404]);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
    }
    for (const address of [
      "/en?asOf=2025-02-30",
      "/en/projects?stage=done",
      "/en/changes?cursor=x",
      "/en/changes?since=soon",
      "/en/cities/phuket/changes?since=2025-02-30",
      "/en/cities/phuket/changes?since=2024-01-01&asOf=2023-01-01",
    ])
      expect([address, (await page.goto(address))?.status()]).toEqual([address, 400]);
    await page.goto("/en?asOf=30.9.2025");
    await expect(page.getByText("for example 2025-09-30")).toBeVisible();
  });
});

test("every answer has one content security policy, and public pages have no script except the list's own, cached or not", async ({
  page,
  request,
}) => {
  // A page is rendered for the first request and cached for the next. Both answers are the same, also in a browser.
  const broken = await watchPolicy(page);
  await page.goto("/en/cities?asOf=2021-01-01");
  await page.reload();
  expect(broken).toEqual([]);
  const addresses = ["/en/cities?asOf=2021-01-02", ...Object.values(pages)];
  for (const address of addresses.flatMap((each) => [each, each])) {
    const answer = await request.get(address);
    const policies = answer
      .headersArray()
      .filter(({ name }) => name.toLowerCase() === "content-security-policy");
    expect([address, policies.length]).toEqual([address, 1]);
    const isList = /^\/en\/projects(\?|$)/u.test(address);
    expect(policies[0]?.value).toContain(isList ? "script-src 'sha256-" : "script-src 'none'");
    expect(policies[0]?.value).not.toContain("unsafe");
    const scripts = (await answer.text()).match(/<script(?! type="application\/ld\+json")/gu) ?? [];
    expect([address, scripts.length]).toEqual([address, isList ? 1 : 0]);
  }
  for (const address of [
    "/",
    "/en~YXNPZj0yMDI0LTA5LTI1",
    "/api/v1/summary",
    "/api/v1/x",
    "/sign-in",
  ]) {
    const answer = await request.get(address, { maxRedirects: 0 });
    const names = answer.headersArray().map(({ name }) => name.toLowerCase());
    for (const wanted of ["content-security-policy", "x-content-type-options"])
      expect([address, names.filter((name) => name === wanted)]).toEqual([address, [wanted]]);
  }
});

test("open data says what is wrong with a request", async ({ request }) => {
  const answer = await request.get("/api/v1/projects?limit=1000");
  expect(answer.status()).toBe(400);
  expect(answer.headers()["content-type"]).toBe("application/problem+json");
  expect(answer.headers()["access-control-allow-origin"]).toBe("*");
  expect(await answer.json()).toMatchObject({ status: 400, parameter: "limit" });
  expect((await request.get("/api/v1/projects/nothing")).status()).toBe(404);
});
