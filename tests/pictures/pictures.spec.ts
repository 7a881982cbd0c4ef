import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { type Account, account, signIn } from "@/tests/e2e/support/accounts";
import { projectsOf } from "@/tests/e2e/support/database";
import { expect, test } from "@/tests/e2e/support/test";

// Takes the pictures in docs/images: node scripts/pictures.mjs

const screens = {
  desktop: { viewport: { width: 1280, height: 860 } },
  phone: { viewport: { width: 390, height: 1240 }, hasTouch: true },
};

test("a city's page", async ({ browser }) => {
  await takePictures(browser, "city", "/en/cities/cebu-city", null);
});

test("a project's form, and its submission", async ({ browser }) => {
  const [project] = (await projectsOf("phuket")).filter(({ slug }) => slug === "smart-pier");
  if (!project) throw new Error("Phuket has no project smart-pier");
  const lead = account("lead", "phuket");
  const form = `/office/projects/${project.id}`;
  const page = await open(browser, "desktop", form, lead);
  const summary = page.getByLabel("Summary", { exact: true });
  await expect(summary).toBeEnabled();
  const before = (await summary.inputValue()).replace(/\.$/u, "");
  await summary.fill(`${before}, with life vests counted by camera since June 2026.`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/Saved at/u)).toBeVisible();
  await page.getByRole("button", { name: "Submit for review" }).click();
  const submission = page.getByRole("link", { name: "Submission", exact: true });
  const address = String(await submission.getAttribute("href"));
  await page.context().close();

  await takePictures(browser, "form", form, lead);
  await takePictures(browser, "review", address, account("reviewer"));
});

/** Takes a picture of a page on a wide screen and on a phone, as `who` sees it. */
async function takePictures(browser: Browser, name: string, path: string, who: Account | null) {
  for (const screen of ["desktop", "phone"] as const) {
    const page = await open(browser, screen, path, who);
    await page.evaluate(() => document.fonts.ready);
    const picture = await page.screenshot();
    // A palette makes a picture of a page a third of its size.
    await sharp(picture)
      .png({ palette: true, compressionLevel: 9 })
      .toFile(`docs/images/${name}-${screen}.png`);
    await page.context().close();
  }
}

async function open(
  browser: Browser,
  screen: keyof typeof screens,
  path: string,
  who: Account | null,
): Promise<Page> {
  const page = await (await browser.newContext(screens[screen])).newPage();
  if (who) await signIn(page, who);
  await page.goto(path);
  return page;
}
