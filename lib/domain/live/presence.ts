import type { Colleague, LiveMessage } from "@/lib/domain/live/live";

type Present = Extract<LiveMessage, { kind: "present" }>;

type Window = { recordId: string; personId: string; tab: string };

/** Who has which record open, as one process heard it: window → what it last said, and when. */
export type Presence = Map<string, { said: Present; at: number }>;

/** How often a window that is still open is named again, and after what silence it counts as gone. In milliseconds. */
export const presenceIntervalMs = 15_000;
const presenceLastsMs = 2.5 * presenceIntervalMs;

/**
 * Takes in what was said of windows. A window is its person's: nobody speaks for somebody else's. One that is not open,
 * or not any more, is in no field: a browser's last word may come after it left.
 */
export function applyPresence(presence: Presence, message: LiveMessage, now: number): void {
  if (message.kind === "present") presence.set(windowOf(message), { said: message, at: now });
  if (message.kind === "moved") {
    const known = presence.get(windowOf(message));
    if (known) known.said = { ...known.said, field: message.field };
  }
  if (message.kind === "left") presence.delete(windowOf(message));
  for (const [key, { at }] of presence) if (now - at > presenceLastsMs) presence.delete(key);
}

/** Everybody who has the record open in another window than this one, in the order of their names. */
export function listColleagues(presence: Presence, here: Window, now: number): Colleague[] {
  return [...presence.values()]
    .filter(({ said, at }) => said.recordId === here.recordId && now - at <= presenceLastsMs)
    .filter(({ said }) => windowOf(said) !== windowOf(here))
    .map(({ said }) => ({
      tab: said.tab,
      name: said.name,
      field: said.field,
      isSelf: said.personId === here.personId,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en") || a.tab.localeCompare(b.tab));
}

function windowOf({ recordId, personId, tab }: Window) {
  return [recordId, personId, tab].join("/");
}
