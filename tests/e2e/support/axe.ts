import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Returns what of a page breaks a rule of axe, the one for the size of targets included, which is off by itself. */
export async function violationsOf(page: Page) {
  const rules = { "target-size": { enabled: true } };
  return (
    await builderFor(page)
      .options({ rules, resultTypes: ["violations"] })
      .analyze()
  ).violations;
}

/**
 * Returns what of a page is too small to be pressed, on the screen it is on: the one rule of axe that hangs on the
 * layout.
 */
export async function smallTargetsOf(page: Page) {
  return (await builderFor(page).withRules("target-size").analyze()).violations;
}

/** Our pages hold no frames, so axe runs in the page alone: otherwise it opens another page to put results together. */
function builderFor(page: Page) {
  return new AxeBuilder({ page }).setLegacyMode();
}
