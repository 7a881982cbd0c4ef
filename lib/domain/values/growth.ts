import Big from "big.js";

/** How far a number moved: the exact difference as a decimal, and per cent of what it was; null where it was 0. */
export type Growth = { difference: string; percent: number | null };

/** Returns the way from one number, or exact decimal, to another; null where either is none, or both are the same. */
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
