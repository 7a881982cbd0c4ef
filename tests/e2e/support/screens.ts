import { expect, type Page } from "@playwright/test";
import { smallTargetsOf } from "@/tests/e2e/support/axe";

/** Returns the number of pixels by which a page is wider than its screen. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/**
 * Resizes an open page from a wide screen to that of a phone. Neither overflows, and on the phone every target is large
 * enough.
 */
export async function tryOnScreens(page: Page, name: string): Promise<void> {
  expect(await overflowOf(page), `${name} is wider than a wide screen`).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflowOf(page), `${name} is wider than a phone`).toBeLessThanOrEqual(0);
  expect(await smallTargetsOf(page), `${name} on a phone`).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}
