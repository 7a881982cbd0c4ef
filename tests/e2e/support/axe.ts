import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Returns the violations of axe on a page, including its rule for target sizes, which is off by default. */
export async function violationsOf(page: Page) {
  const rules = { "target-size": { enabled: true } };
  return (
    await builderFor(page)
      .options({ rules, resultTypes: ["violations"] })
      .analyze()
  ).violations;
}

/** Returns the targets that are too small on this screen. This is the only rule of axe that depends on the layout. */
export async function smallTargetsOf(page: Page) {
  return (await builderFor(page).withRules("target-size").analyze()).violations;
}

/** Our pages have no frames, so axe runs in the page alone; otherwise it opens another page to combine results. */
function builderFor(page: Page) {
  return new AxeBuilder({ page }).setLegacyMode();
}
