import type { Page } from "@playwright/test";
import sharp from "sharp";
import {
  type Account,
  account,
  closeWindows,
  screenOf,
  signIn,
} from "@/tests/e2e/support/accounts";
import { ownCity } from "@/tests/e2e/support/cities";
import { approve, submitAndOpen } from "@/tests/e2e/support/projects";
import { expect, test } from "@/tests/e2e/support/test";

test.afterEach(closeWindows);

/**
 * Makes a photograph like that of a phone: noisy enough to be larger than one piece of an upload, and with its
 * location.
 */
function aPhotograph() {
  return sharp({
    create: {
      width: 1600,
      height: 1200,
      channels: 3,
      background: "#3a7",
      noise: { type: "gaussian", mean: 128, sigma: 40 },
    },
  })
    .jpeg({ quality: 95 })
    .withExif({ IFD3: { GPSLatitude: "7/1 53/1 0/1", GPSLongitude: "98/1 23/1 0/1" } })
    .toBuffer();
}

test("a photograph is evidence of a milestone, from the editor’s form to a reader without script @phone", async ({
  browser,
}, info) => {
  const { city, projects, ...people } = await ownCity();
  const [project] = projects;
  const path = `/office/projects/${project.id}`;
  const described = "The mayor opens the control room";
  const as = async (who: Account): Promise<Page> => {
    const page = await (await browser.newContext(screenOf(info))).newPage();
    await signIn(page, who);
    return page;
  };

  const editor = await as(people.editor);
  await editor.goto(path);
  const form = editor.locator("form:has(#field-summary)");
  await form.locator("#field-milestones-add").click();
  const milestone = form.locator("#field-milestones li").last();
  await milestone.getByLabel("Milestone", { exact: true }).fill("Control room opened");
  await milestone.getByLabel("Done on").fill("2025-05");

  await form.locator("#field-evidence-add").click();
  const entry = form.locator("#field-evidence > ol > li").last();
  await entry.getByLabel("What it shows").fill("The opening");
  await entry.getByLabel("Evidence of").selectOption({ label: "A milestone done" });
  // The connection breaks once in the middle, and the upload continues by itself.
  let broken = 0;
  await editor.route("**/api/office/uploads/*", (route) => {
    if (route.request().method() !== "PATCH" || broken === 1) return route.continue();
    broken += 1;
    return route.abort("connectionreset");
  });
  const photograph = await aPhotograph();
  expect(photograph.length).toBeGreaterThan(512 * 1024);
  await entry.locator("input[type=file]").setInputFiles({
    name: "IMG_2041.JPG",
    mimeType: "image/jpeg",
    buffer: photograph,
  });
  // Text that is typed during the upload stays.
  await entry.getByLabel(/^Description of the picture/u).fill(described);
  await expect(entry.getByRole("img")).toBeVisible();
  await expect(entry.getByRole("link", { name: "IMG_2041.jpg", exact: true })).toBeVisible();
  expect(broken).toBe(1);
  await expect(entry.getByLabel(/^Description of the picture/u)).toHaveValue(described);
  await editor.getByRole("button", { name: "Save", exact: true }).click();
  await expect(editor.getByText(/Saved at/u)).toBeVisible();

  const lead = await as(people.lead);
  const reviewer = await as(account("reviewer"));
  await submitAndOpen(lead, reviewer, { address: path, title: project.title, city });
  await expect(reviewer.getByRole("img").first()).toBeVisible();
  await approve(reviewer);

  const context = await browser.newContext({ ...screenOf(info), javaScriptEnabled: false });
  const visitor = await context.newPage();
  await visitor.goto(`/en/cities/${city}/projects/${project.slug}`);
  const picture = visitor.getByRole("img", { name: described });
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((shown: HTMLImageElement) => shown.naturalWidth))
    .toBe(640);

  const src = String(await picture.getAttribute("src"));
  const whole = await context.request.get(src.replace(/\?.*/u, ""));
  expect(whole.headers()).toMatchObject({
    "content-type": "image/jpeg",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "content-disposition": "inline; filename=\"IMG_2041.jpg\"; filename*=UTF-8''IMG_2041.jpg",
  });
  const kept = await sharp(await whole.body()).metadata();
  expect(kept).toMatchObject({ width: 1600, height: 1200 });
  expect(kept.exif).toBeUndefined();
});

test("a file of an unsupported type is refused beside the field with a text", async ({ page }) => {
  const { editor, projects } = await ownCity();
  await signIn(page, editor);
  await page.goto(`/office/projects/${projects[0].id}`);
  await page.locator("#field-evidence-add").click();
  const entry = page.locator("#field-evidence > ol > li").last();
  await entry.locator("input[type=file]").setInputFiles({
    name: "photo.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'></svg>"),
  });
  await expect(entry.getByText(/Save it as a PDF or as a picture/u)).toBeVisible();
  await entry.locator("input[type=file]").setInputFiles({
    name: "large.csv",
    mimeType: "text/csv",
    buffer: Buffer.alloc(20 * 1024 * 1024 + 1, "a,1\n"),
  });
  await expect(entry.getByText(/larger than 20 MB/u)).toBeVisible();
});
