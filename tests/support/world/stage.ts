import type { SignedIn } from "@/lib/domain/people/actor";
import { type Day, toDay } from "@/lib/domain/values/day";
import type { Cast } from "@/tests/support/cast";
import { aPlanOf } from "@/tests/support/factories";

/** The cities in which somebody of the cast works. The representative of Cambodia clears what Battambang sends. */
const worldCities = ["phuket", "makassar", "battambang"] as const;
export type WorldCity = (typeof worldCities)[number];

/** The people who act in the world of test data, their plans, and the day on which it is made. */
export type Stage = {
  cast: Cast;
  plans: Record<WorldCity, string>;
  now: Date;
};

export async function openStage(cast: Cast, now: Date): Promise<Stage> {
  const [phuket, makassar, battambang] = await Promise.all(worldCities.map(aPlanOf));
  if (!phuket || !makassar || !battambang) throw new Error("The seed has these cities");
  return { cast, plans: { phuket, makassar, battambang }, now };
}

/** Returns the people of a city by their role. */
export function staffOf({ cast }: Stage, city: WorldCity): { editor: SignedIn; lead: SignedIn } {
  return {
    phuket: { editor: cast.editorOfPhuket, lead: cast.leadOfPhuket },
    makassar: { editor: cast.editorOfMakassar, lead: cast.leadOfMakassar },
    battambang: { editor: cast.editorOfBattambang, lead: cast.leadOfBattambang },
  }[city];
}

/** Returns the instant so many days before the world is made; a negative number gives a future instant. */
export function daysAgo({ now }: Stage, days: number): Date {
  return new Date(now.getTime() - days * 24 * 60 * 60 * 1000);
}

/** Returns the day of that instant. */
export function dayAgo(stage: Stage, days: number): Day {
  return toDay(daysAgo(stage, days));
}
