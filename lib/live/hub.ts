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
  /** The field its reader said to be in last. */
  field: string | null;
  send: (event: LiveEvent) => void;
  /** What it was told of people last, so that it is not told the same again. */
  lastSent: string;
  /** Done when everything said of its window so far was said. */
  sent: Promise<void>;
};

export type Watch = {
  /** Names the window again, so that it counts as open; false once its reader may not read the record any more. */
  renew: (reader: SignedIn) => Promise<boolean>;
  close: () => void;
};

/** More windows than anybody has open; whoever asks for more is not reading. */
const maxWindowsOfOnePerson = 20;

const watchers = new Set<Watcher>();
const presence: Presence = new Map();
let subscription: Promise<() => void> | null = null;

/**
 * Tells of a record as long as it is watched: the version of its draft and who else has it open. Null for a record
 * whose draft is not the reader's to see, "too_many" for somebody who watches in more windows than people have.
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
    // A browser that came back has opened its next stream before the end of the last one is noticed.
    if (![...watchers].some((each) => isWindowOf(each, watcher)))
      inTurn(watcher, () => publish({ kind: "left", recordId, tab: watcher.tab, personId })).catch(
        ignore,
      );
    if (watchers.size === 0) endSubscription();
  };
  try {
    await startSubscription();
    // Read after listening began, so that nothing saved in between is missed.
    await sendVersion(watcher, reader);
    // Before its browser can say which field it is in: that is heard of windows that are there.
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

/** Tells everybody who has the record open which field the reader is in. False when the record is not theirs to see. */
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

/** A newer release may say what this one does not know. */
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
      // What was on its way meanwhile named the field before: the last word is to be the true one.
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

/** After a time in which nothing was heard: what is the version now, and who is there? */
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

/** Names the window as it is when its turn comes; one that was closed meanwhile is not named again. */
function publishPresence(watcher: Watcher) {
  return inTurn(watcher, async () => {
    if (!watchers.has(watcher)) return;
    const { recordId, tab, personId, name, field } = watcher;
    await publish({ kind: "present", recordId, tab, personId, name, field });
  });
}

/** Says things of a window one after another: two connections would let the later one arrive first. */
function inTurn(watcher: Watcher, publishing: () => Promise<void>): Promise<void> {
  const sent = watcher.sent.then(publishing);
  watcher.sent = sent.catch(ignore);
  return sent;
}

function publish(message: LiveMessage) {
  return announce(database(), message);
}

/** What is not heard now is said again with the next renewal. */
function ignore() {}
