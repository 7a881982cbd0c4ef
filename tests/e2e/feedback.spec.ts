import { randomUUID } from "node:crypto";
import { account, signIn } from "@/tests/e2e/support/accounts";
import { mailsTo } from "@/tests/e2e/support/mails";
import { expect, test } from "@/tests/e2e/support/test";

// A visitor writes about a page without script, and the city answers.

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader writes about a page, corrects what is refused, and is answered by the city", async ({
    page,
    browser,
  }) => {
    const words = `The year is wrong ${randomUUID()}`;
    const email = `reader-${randomUUID()}@tests.example`;
    await page.goto("/th/cities/phuket?asOf=2025-09-30");
    await page.getByRole("contentinfo").locator('a[href*="/feedback"]').last().click();
    await expect(page.locator("html")).toHaveAttribute("lang", "th");
    await expect(page.locator("main")).toContainText("/th/cities/phuket?asOf=2025-09-30");

    // The text contains an invisible character, as copied text often does.
    await page.locator("#text").fill(`${words}\u2060`);
    await page.locator("#email").fill(email);
    await waitLikeAPerson();
    await page.locator("main form button").click();
    await expect(page.locator("[role=alert]")).toBeVisible();
    await expect(page.locator("#text")).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#text")).toHaveValue(`${words}\u2060`);
    await expect(page.locator("#email")).toHaveValue(email);
    await page.locator("#text").fill(words);
    await waitLikeAPerson();
    await page.locator("main form button").click();
    await expect(page).toHaveURL(/sent=city/);
    expect(await page.context().cookies()).toEqual([]);

    const office = await browser.newContext({ javaScriptEnabled: true });
    const desk = await office.newPage();
    await signIn(desk, account("editor", "phuket"));
    await desk.goto("/office/inbox");
    await desk
      .getByRole("link", { name: /Feedback from the public/ })
      .first()
      .click();
    await expect(desk.getByText(words)).toBeVisible();
    await expect(desk.getByText(email)).toBeVisible();
    await desk.getByLabel("Answer", { exact: true }).fill("Thank you: it is 2024.");
    await desk.getByRole("button", { name: "Answer" }).click();
    await expect(desk.getByText("The email is being sent")).toBeVisible();
    await expect.poll(() => mailsTo(email).join()).toContain("it is 2024");
    expect(mailsTo(email).join()).toContain(words);
    await office.close();
  });
});

test("each form is rendered for its request, and nobody else can read what was typed", async ({
  request,
}) => {
  const form = async () => {
    const answer = await request.get("/en/feedback?about=%2Fcities");
    expect(answer.headers()["cache-control"]).toBe("no-store");
    return /name="signature" value="([^"]+)"/u.exec(await answer.text())?.[1];
  };
  expect(await form()).not.toBe(await form());
  const guessed = await request.get(`/en/feedback?again=${randomUUID()}`);
  expect(guessed.status()).toBe(200);
  for (const about of ["//evil.example", "https://evil.example", "/\\evil.example"]) {
    const answer = await request.get(`/en/feedback?about=${encodeURIComponent(about)}`);
    expect(await answer.text()).not.toContain('href="//evil');
  }
});

/** Waits more than three seconds, because a form that is sent earlier counts as sent by a program. */
async function waitLikeAPerson() {
  const from = Date.now();
  await expect.poll(() => Date.now() - from).toBeGreaterThan(3_100);
}
