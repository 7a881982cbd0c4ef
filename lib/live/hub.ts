import "server-only";
import { announce, liveChannel } from "@/lib/db/announce";
import { database } from "@/lib/db/client";
import { subscribe } from "@/lib/db/subscribe";
import {
  type LiveEvent,
  type LiveMessage,
  liveMessage,
  presenceInput,
  watchInput,
} from "@/lib/domain/live/live";
import { applyPresence, listColleagues, type Presence } from "@/lib/domain/live/presence";
import type { SignedIn } from "@/lib/domain/people/actor";
import { visibleRecords } from "@/lib/queries/shared/visible";

type Watcher = {
  recordId: string;
  tab: string;
  personId: string;
  name: string;
  /** The field that its reader was last in. */
  field: string | null;
  send: (event: LiveEvent) => void;
  /** Last list of people sent, as JSON, to skip duplicates. */
  lastSent: string;
  /** Tail of this window's send queue. */
  sent: Promise<void>;
};

export type Watch = {
  /** Publishes the window again, so that it counts as open; false once its reader may not read the record any more. */
  renew: (reader: SignedIn) => Promise<boolean>;
  close: () => void;
};

/** More windows than a person opens; a program that asks for more is refused. */
const maxWindowsOfOnePerson = 20;

const watchers = new Set<Watcher>();
const presence: Presence = new Map();
let subscription: Promise<() => void> | null = null;

/**
 * Sends events of a record while it is watched: the version of its draft and who else has it open. Null for a record
 * whose draft the reader may not see, "too_many" for a person with too many windows.
 */
export async function watchRecord(
  reader: SignedIn,
  asked: unknown,
  send: (event: LiveEvent) => void,
): Promise<Watch | "too_many" | null> {
  const input = watchInput.safeParse(asked);
  if (!input.success || (await findVersion(reader, input.data.recordId)) === null) return null;
  const { personId, name } = reader;
  const own = [...watchers].filter((watcher) => watcher.personId === personId);
  if (own.length >= maxWindowsOfOnePerson) return "too_many";

  const watcher: Watcher = {
    ...input.data,
    personId,
    name,
    field: null,
    send,
    lastSent: "",
    sent: Promise.resolve(),
  };
  const { recordId } = watcher;
  watchers.add(watcher);
  const close = () => {
    if (!watchers.delete(watcher)) return;
    // A browser that reconnects opens its next stream before the end of the last one is noticed.
    if (![...watchers].some((each) => isWindowOf(each, watcher)))
      inTurn(watcher, () => publish({ kind: "left", recordId, tab: watcher.tab, personId })).catch(
        ignore,
      );
    if (watchers.size === 0) endSubscription();
  };
  try {
    await startSubscription();
    // Read after the subscription began, so that no save in between is missed.
    await sendVersion(watcher, reader);
    // Published before the browser reports its field: a report is accepted only for known windows.
    await publishPresence(watcher);
    await publish({ kind: "asked", recordId });
  } catch (error) {
    close();
    throw error;
  }
  return {
    close,
    async renew(stillReader) {
      if ((await findVersion(stillReader, recordId)) === null || !watchers.has(watcher))
        return false;
      await publishPresence(watcher);
      return true;
    },
  };
}

/**
 * Publishes to everybody who has the record open which field the reader is in. False when the reader may not see the
 * record.
 */
export async function announcePresence(reader: SignedIn, asked: unknown): Promise<boolean> {
  const input = presenceInput.safeParse(asked);
  if (!input.success || (await findVersion(reader, input.data.recordId)) === null) return false;
  await publish({ kind: "moved", ...input.data, personId: reader.personId });
  return true;
}

async function findVersion(reader: SignedIn, recordId: string): Promise<number | null> {
  const record = await database().record.findFirst({
    where: { AND: [{ id: recordId }, visibleRecords(reader)] },
    select: { draft: { select: { version: true } } },
  });
  return record?.draft?.version ?? null;
}

async function sendVersion(watcher: Watcher, reader: SignedIn) {
  const version = await findVersion(reader, watcher.recordId);
  if (version !== null) watcher.send({ kind: "version", version });
}

function startSubscription() {
  subscription ??= subscribe(liveChannel, { onMessage: handlePayload, resumed: askAgain });
  subscription.catch(() => {
    subscription = null;
  });
  return subscription;
}

function endSubscription() {
  void subscription?.then((end) => end()).catch(() => {});
  subscription = null;
  presence.clear();
}

/** A newer release may send messages that this one does not know. */
function handlePayload(payload: unknown) {
  const message = liveMessage.safeParse(payload);
  if (message.success) handleMessage(message.data);
}

function handleMessage(message: LiveMessage) {
  const here = [...watchers].filter((watcher) => watcher.recordId === message.recordId);
  if (message.kind === "asked") {
    for (const watcher of here) publishPresence(watcher).catch(ignore);
    return;
  }
  if (message.kind === "saved") {
    for (const { send } of here) send({ kind: "version", version: message.version });
    return;
  }
  if (message.kind === "commented") {
    for (const { send } of here) send({ kind: "commented" });
    return;
  }
  if (message.kind === "moved") {
    for (const watcher of here) {
      if (!isWindowOf(watcher, message)) continue;
      watcher.field = message.field;
      // A message already on its way named the previous field; publish the present one after it.
      publishPresence(watcher).catch(ignore);
    }
  }
  applyPresence(presence, message, Date.now());
  for (const watcher of here) {
    const people = listColleagues(presence, watcher, Date.now());
    const lastSent = JSON.stringify(people);
    if (lastSent === watcher.lastSent) continue;
    watcher.lastSent = lastSent;
    watcher.send({ kind: "people", people });
  }
}

/** After a gap in the subscription: sends the present version and asks who is there. */
async function askAgain() {
  const recordIds = [...new Set([...watchers].map((watcher) => watcher.recordId))];
  const drafts = await database()
    .draft.findMany({
      where: { recordId: { in: recordIds } },
      select: { recordId: true, version: true },
    })
    .catch(() => []);
  for (const { recordId, version } of drafts) {
    for (const watcher of watchers) {
      if (watcher.recordId === recordId) watcher.send({ kind: "version", version });
    }
    publish({ kind: "asked", recordId }).catch(ignore);
  }
}

type Window = Pick<Watcher, "recordId" | "tab" | "personId">;

function isWindowOf(watcher: Watcher, { recordId, tab, personId }: Window) {
  return watcher.recordId === recordId && watcher.tab === tab && watcher.personId === personId;
}

/** Publishes the window's state at the time of its turn; a window closed meanwhile is skipped. */
function publishPresence(watcher: Watcher) {
  return inTurn(watcher, async () => {
    if (!watchers.has(watcher)) return;
    const { recordId, tab, personId, name, field } = watcher;
    await publish({ kind: "present", recordId, tab, personId, name, field });
  });
}

/** Publishes messages of one window one after another: over two connections the later one could arrive first. */
function inTurn(watcher: Watcher, publishing: () => Promise<void>): Promise<void> {
  const sent = watcher.sent.then(publishing);
  watcher.sent = sent.catch(ignore);
  return sent;
}

function publish(message: LiveMessage) {
  return announce(database(), message);
}

/** A message that fails is repeated with the next renewal. */
function ignore() {}
