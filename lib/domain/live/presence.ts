import type { Colleague, LiveMessage } from "@/lib/domain/live/live";

type Present = Extract<LiveMessage, { kind: "present" }>;

type Window = { recordId: string; personId: string; tab: string };

/** The open windows of records, as one process knows them: window → its last message and when it came. */
export type Presence = Map<string, { said: Present; at: number }>;

/**
 * The interval in which an open window is reported again, and the time without a report after which it counts as
 * closed.
 */
export const presenceIntervalMs = 15_000;
const presenceLastsMs = 2.5 * presenceIntervalMs;

/**
 * Updates the presence from a message. A window belongs to one person: messages of another person about it are ignored.
 * A window that is not open, or was closed, gets no field: the last message of a browser may arrive after it left.
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

/** Returns everybody who has the record open in another window than this one, sorted by name. */
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
