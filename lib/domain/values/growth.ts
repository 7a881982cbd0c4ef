import Big from "big.js";

/**
 * The change of a number: the exact difference as a decimal, and the change in per cent of the earlier value; null when
 * that was 0.
 */
export type Growth = { difference: string; percent: number | null };

/** Returns the difference between two numbers or exact decimals; null if either is missing or they are equal. */
export function growthOf(from: unknown, to: unknown): Growth | null {
  const [before, after] = [toBig(from), toBig(to)];
  if (!before || !after || before.eq(after)) return null;
  const difference = after.minus(before);
  const percent = before.eq(0) ? null : difference.div(before.abs()).times(100).toNumber();
  return { difference: difference.toFixed(), percent };
}

function toBig(value: unknown): Big | null {
  if (typeof value !== "number" && typeof value !== "string") return null;
  try {
    return new Big(value);
  } catch {
    return null;
  }
}
