import "server-only";
import { randomUUID } from "node:crypto";
import type * as z from "zod";
import { inTransaction, type Tx } from "@/lib/db/client";
import type { Actor, LinkHolder, SignedIn } from "@/lib/domain/actor";
import { toFieldErrors } from "@/lib/domain/field-errors";
import { can, type Permission, type Permissions } from "@/lib/domain/policy";
import { Refused, type Result, refuse } from "@/lib/domain/result";
import type { TimelineEntry } from "@/lib/domain/timeline";

/** Who runs a command of this permission: a signed-in person, but for the one that a one-time link opens. */
type ActorOf<P extends Permission> = P extends "password.set" ? LinkHolder : SignedIn;

/** Declares one thing a person can do. Every field is required: there is no unguarded command. */
export function command<
  P extends Permission,
  I extends z.ZodType,
  S extends Permissions[P],
  T,
>(spec: {
  permission: P;
  input: I;
  subject: (tx: Tx, input: z.output<I>) => Promise<S | null>;
  run: (at: {
    tx: Tx;
    actor: ActorOf<P>;
    subject: S;
    input: z.output<I>;
    now: Date;
  }) => Promise<{ value: T; entry: TimelineEntry | null }>;
}) {
  async function perform(actor: Actor, raw: unknown, now = new Date()): Promise<Result<T>> {
    if (actor.kind === "visitor") return { ok: false, refusal: { code: "signed_out" } };
    const parsed = spec.input.safeParse(raw);
    if (!parsed.success) {
      return { ok: false, refusal: { code: "invalid", fields: toFieldErrors(parsed.error) } };
    }
    try {
      const value = await inTransaction(async (tx) => {
        const subject = await spec.subject(tx, parsed.data);
        if (!subject) refuse({ code: "not_found" });
        if (!can(actor, spec.permission, subject)) refuse({ code: "forbidden" });
        // `can` answers yes to a link holder for password.set alone, and to nobody else for it.
        const allowed = actor as ActorOf<P>;
        const done = await spec.run({ tx, actor: allowed, subject, input: parsed.data, now });
        if (done.entry) await writeTimelineEntry(tx, done.entry, actor.personId, now);
        return done.value;
      });
      return { ok: true, value };
    } catch (error) {
      if (error instanceof Refused) return { ok: false, refusal: error.refusal };
      throw error;
    }
  }
  /** Named so that the permission test can try every command without a list of its own. */
  perform.permission = spec.permission;
  return perform;
}

async function writeTimelineEntry(tx: Tx, entry: TimelineEntry, byId: string, at: Date) {
  const { kind, recordId, cityId, submissionId, personId, ...detail } = {
    recordId: null,
    cityId: null,
    submissionId: null,
    personId: null,
    ...entry,
  };
  await tx.timelineEntry.create({
    data: { id: randomUUID(), at, byId, kind, recordId, cityId, submissionId, personId, detail },
  });
}
