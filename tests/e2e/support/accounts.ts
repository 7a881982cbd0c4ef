import { readFileSync } from "node:fs";
import {
  type APIRequestContext,
  type Browser,
  expect,
  type Page,
  type TestInfo,
  type ViewportSize,
} from "@playwright/test";

export type Account = {
  role: string;
  city?: string;
  country?: string;
  email: string;
  password: string;
};

/** Returns the demo account of a role, and of a city or country if the role has one: account("editor", "phuket"). */
export function account(role: string, place?: string): Account {
  const file = `.data/e2e/${process.env["E2E_PORT"]}/demo-accounts.json`;
  const accounts: Account[] = JSON.parse(readFileSync(file, "utf8"));
  const found = accounts.find(
    (candidate) =>
      candidate.role === role &&
      (!place || place === candidate.city || place === candidate.country),
  );
  if (!found) throw new Error(`No demo account for ${role} ${place ?? ""}`);
  return found;
}

/** Signs a person in on a page's browser without the form, which tests/e2e/office-pages.spec.ts tests. */
export function signIn(page: Page, who: Account): Promise<void> {
  return signInByRequest(page.request, who);
}

/** Signs a request context in without a page, for tests that request many addresses. */
export async function signInByRequest(request: APIRequestContext, who: Account): Promise<void> {
  const csrf = await request.get("/api/auth/csrf");
  const { csrfToken } = await csrf.json();
  const answer = await request.post("/api/auth/callback/credentials", {
    form: { csrfToken, email: who.email, password: who.password, json: "true" },
    // The headers that a browser sends with a form of this site.
    headers: { origin: new URL(csrf.url()).origin },
  });
  expect(answer.ok(), `${who.role} signs in`).toBe(true);
}

/** Closes the windows that a test opened, in afterEach, so that their people are not present in the next test. */
export async function closeWindows({ browser }: { browser: Browser }): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}

/** Returns the screen of a test, for other browsers that it opens. */
export function screenOf(info: TestInfo): { viewport: ViewportSize; hasTouch: boolean } {
  const { viewport, hasTouch } = info.project.use;
  return { viewport: viewport ?? { width: 1280, height: 900 }, hasTouch: hasTouch ?? false };
}
