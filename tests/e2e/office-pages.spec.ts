import { account, signIn } from "@/tests/e2e/support/accounts";
import { violationsOf } from "@/tests/e2e/support/axe";
import { idsOf } from "@/tests/e2e/support/database";
import { watchPolicy } from "@/tests/e2e/support/policy";
import { tryOnScreens } from "@/tests/e2e/support/screens";
import { expect, test } from "@/tests/e2e/support/test";

const visits: [name: string, who: [string, string?], paths: string[]][] = [
  [
    "an editor",
    ["editor", "phuket"],
    [
      "/office",
      "/office/plans/:plan",
      "/office/plans/:plan/outcomes",
      "/office/plans/:plan/profile",
      "/office/projects/:project",
      "/office/projects/:project/history",
      "/office/plans/:plan/profile/history",
      "/office/account",
      "/office/inbox",
      "/office/submissions",
    ],
  ],
  [
    "a representative",
    ["representative", "TH"],
    ["/office", "/office/submissions", "/office/board"],
  ],
  [
    "a reviewer",
    ["reviewer"],
    [
      "/office",
      "/office/submissions",
      "/office/board",
      "/office/feedback",
      "/office/published/:project",
      "/office/published/:project/assessments",
    ],
  ],
  [
    "an administrator",
    ["administrator"],
    [
      "/office",
      "/office/reports",
      "/office/reports/2025",
      "/office/people",
      "/office/mail",
      "/office/projects/:project",
    ],
  ],
];

for (const [name, who, paths] of visits) {
  test(`pages for ${name} are accessible and keep their policy`, async ({ page }) => {
    const violations = await watchPolicy(page);
    const ids = await idsOf("phuket");
    await signIn(page, account(...who));
    for (const path of paths) {
      const address = path.replace(":plan", ids.planId).replace(":project", ids.projectId);
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const found = await violationsOf(page);
      expect(found.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html}`)).toEqual([]);
      await tryOnScreens(page, path);
    }
    expect(violations).toEqual([]);
  });
}

test("signing in is accessible, keeps the address, and says nothing about who exists", async ({
  page,
}) => {
  const violations = await watchPolicy(page);
  await page.goto("/sign-in?callbackUrl=https://evil.example/");
  expect((await violationsOf(page)).map(({ id }) => id)).toEqual([]);
  await tryOnScreens(page, "signing in");
  await page.getByLabel("Email").fill("nobody@demo.example");
  await page.getByLabel("Password", { exact: true }).fill("not a password at all");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").first()).toContainText(/not correct/u);
  await expect(page.getByLabel("Email")).toHaveValue("nobody@demo.example");
  const editor = account("editor", "phuket");
  await page.getByLabel("Email").fill(editor.email);
  await page.getByLabel("Password", { exact: true }).fill(editor.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/localhost:\d+\/office$/u);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).not.toHaveURL(/\/office/u);
  await page.goto("/office");
  await expect(page).toHaveURL(/\/sign-in/u);
  expect(violations).toEqual([]);
});
