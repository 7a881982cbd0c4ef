import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What of a page breaks a rule of axe, the one for the size of targets included, which is off by itself. */
export async function violationsOf(page: Page) {
  const rules = { "target-size": { enabled: true } };
  return (await new AxeBuilder({ page }).options({ rules }).analyze()).violations;
}

/** What of a page is too small to be pressed, on the screen it is on: the one rule of axe that hangs on the layout. */
export async function smallTargetsOf(page: Page) {
  return (await new AxeBuilder({ page }).withRules("target-size").analyze()).violations;
}
