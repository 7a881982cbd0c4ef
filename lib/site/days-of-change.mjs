import { isDay } from "../domain/values/calendar-day.mjs";
import { isPublicPath } from "./pages.mjs";

const dayMs = 86_400_000;

/** @param {string} day @param {number} days */
function shift(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/**
 * Returns the address with its days (`?asOf=`, and `?since=` in change logs) replaced by the last day of change, so
 * that a page is rendered once for each change and not for each day. Days before the first change become the day before
 * it. Null when the address is right, also for a future day, which its page refuses.
 *
 * @param {string} url the path and query of the request
 * @param {string[]} days the days of change, in ascending order
 * @param {string} today
 * @returns {string | null}
 */
export function addressOfChange(url, days, today) {
  const [path = "", query = ""] = url.split("?", 2);
  const [first] = days;
  if (first === undefined || !isPublicPath(path) || !/(?:asOf|since)=/u.test(query)) return null;
  const asked = new URLSearchParams(query);
  const [asOf, ...more] = asked.getAll("asOf");
  if (more.length > 0) return null;
  const before = asOf !== undefined && isDay(asOf) && asOf <= today ? asOf : undefined;
  // A day that its page refuses is left as it is.
  if (asOf !== undefined && before === undefined) return null;

  /** @param {string} day */
  const lastChange = (day) => days.findLast((each) => each <= day) ?? shift(first, -1);
  let to = before && lastChange(before);
  const [since] = asked.getAll("since");
  if (since !== undefined && isDay(since) && since < (before ?? today)) {
    const from = lastChange(since);
    // Nothing changed between the two days: the second day is then the day after the first.
    if (to === from) to = shift(from, 1);
    asked.set("since", from);
  }
  if (to !== undefined) asked.set("asOf", to);
  return asked.toString() === new URLSearchParams(query).toString() ? null : `${path}?${asked}`;
}
