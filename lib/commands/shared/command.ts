import "server-only";
import { randomUUID } from "node:crypto";
import type * as z from "zod";
import { notifyOfTimeline } from "@/lib/commands/shared/notify-of-timeline";
import { inTransaction, type Tx } from "@/lib/db/client";
import type { TimelineEntry } from "@/lib/domain/history/timeline";
import type { Actor, LinkHolder, MailReader, SignedIn, Visitor } from "@/lib/domain/people/actor";
import {
  can,
  isOpenToEverybody,
  type OpenPermission,
  type Permission,
  type Permissions,
} from "@/lib/domain/people/policy";
import { Refused, type Result, refuse } from "@/lib/domain/result/result";
import { toFieldErrors } from "@/lib/domain/values/field-errors";

/**
 * The actor of a command with this permission: a signed-in person, except for the two permissions of links in mails and
 * those open to everybody.
 */
type ActorOf<P extends Permission> = P extends "password.set"
  ? LinkHolder
  : P extends "mail.unsubscribe"
    ? MailReader
    : P extends OpenPermission
      ? Visitor
      : SignedIn;

/**
 * Receives how much of a long command is done, from 0 to 1. The command may still be refused, and then nothing is done.
 */
type OnProgress = (progress: number) => void;

/** Declares one thing a person can do. Every field is required, so that no command is unguarded. */
export function command<
  P extends Permission,
  I extends z.ZodType,
  S extends Permissions[P],
  T,
  R = undefined,
>(spec: {
  permission: P;
  /** Timeout in milliseconds, for a command that needs more than the default. */
  timeoutMs?: number;
  input: I;
  /**
   * Work done before the transaction, because it is slow or must stay when the rest is refused; its value is
   * `prepared`. Only for commands whose input alone decides who may run them.
   */
  prepare?: {
    subject: (input: z.output<I>) => Permissions[P];
    run: (at: { actor: ActorOf<P>; input: z.output<I> }) => Promise<R>;
  };
  subject: (tx: Tx, input: z.output<I>) => Promise<S | null>;
  run: (at: {
    tx: Tx;
    prepared: R;
    actor: ActorOf<P>;
    subject: S;
    input: z.output<I>;
    now: Date;
    onProgress: OnProgress;
  }) => Promise<{ value: T; entry: TimelineEntry | TimelineEntry[] | null }>;
}) {
  async function perform(
    actor: Actor,
    raw: unknown,
    now = new Date(),
    onProgress: OnProgress = () => {},
  ): Promise<Result<T>> {
    if (actor.kind === "visitor" && !isOpenToEverybody(spec.permission))
      return { ok: false, refusal: { code: "signed_out" } };
    const parsed = spec.input.safeParse(raw);
    if (!parsed.success) {
      return { ok: false, refusal: { code: "invalid", fields: toFieldErrors(parsed.error) } };
    }
    try {
      const prepared = await prepareFor(actor, parsed.data);
      const value = await inTransaction(async (tx) => {
        const subject = await spec.subject(tx, parsed.data);
        if (!subject) refuse({ code: "not_found" });
        if (!can(actor, spec.permission, subject)) refuse({ code: "forbidden" });
        // `can` allows the holder of a link only what that link opens, and nobody else the same.
        const allowed = actor as ActorOf<P>;
        const input = parsed.data;
        const done = await spec.run({
          tx,
          prepared,
          actor: allowed,
          subject,
          input,
          now,
          onProgress,
        });
        await recordInTimeline(tx, [done.entry ?? []].flat(), personOf(actor), now);
        return done.value;
      }, spec.timeoutMs);
      return { ok: true, value };
    } catch (error) {
      if (error instanceof Refused) return { ok: false, refusal: error.refusal };
      throw error;
    }
  }
  async function prepareFor(actor: Actor, input: z.output<I>): Promise<R> {
    // R is undefined when the command has no `prepare`.
    if (!spec.prepare) return undefined as R;
    if (!can(actor, spec.permission, spec.prepare.subject(input))) refuse({ code: "forbidden" });
    return spec.prepare.run({ actor: actor as ActorOf<P>, input });
  }
  /** The permission test reads it, so that it can try every command without a list of its own. */
  perform.permission = spec.permission;
  return perform;
}

/** A command open to everybody has no person, even when somebody is signed in. */
function personOf(actor: Actor) {
  return actor.kind === "visitor" ? { personId: null } : actor;
}

/** Writes timeline entries and creates their notifications, in the transaction of the change. */
export async function recordInTimeline(
  tx: Tx,
  entries: TimelineEntry[],
  actor: { personId: string | null; name?: string },
  at: Date,
): Promise<void> {
  if (entries.length === 0) return;
  const written = await writeTimeline(tx, entries, actor.personId, at);
  await notifyOfTimeline(tx, written, actor, at);
}

/** One hand-written statement, in the order of the entries, because every command ends with it. */
async function writeTimeline(tx: Tx, entries: TimelineEntry[], byId: string | null, at: Date) {
  const written = entries.map((entry) => ({ id: randomUUID(), entry }));
  const rows = written.map(({ id, entry }) => {
    const { kind, recordId, cityId, submissionId, personId, ...detail } = {
      recordId: null,
      cityId: null,
      submissionId: null,
      personId: null,
      ...entry,
    };
    return { id, kind, recordId, cityId, submissionId, personId, detail };
  });
  await tx.$executeRaw`
    insert into "TimelineEntry" (id, at, "byId", kind, "recordId", "cityId", "submissionId", "personId", detail)
    select id, ${at}, ${byId}::uuid, kind, "recordId", "cityId", "submissionId", "personId", detail
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
      id uuid, kind text, "recordId" uuid, "cityId" uuid, "submissionId" uuid, "personId" uuid, detail jsonb)`;
  return written;
}
