import type { Page } from "@playwright/test";

/** Collects violations of the content security policy on pages that are opened after this call. */
export async function watchPolicy(page: Page): Promise<string[]> {
  const broken: string[] = [];
  await page.exposeFunction("noteBroken", (what: string) => broken.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      // The function is exposed to the page by the line above.
      const { noteBroken } = window as unknown as { noteBroken: (what: string) => void };
      noteBroken(`${event.violatedDirective} ${event.blockedURI} on ${location.pathname}`);
    });
  });
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) broken.push(message.text());
  });
  return broken;
}
