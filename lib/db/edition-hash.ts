import "server-only";
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { ChainedForm } from "@/lib/domain/history/chain";
import type { EditionContent } from "@/lib/domain/record/edition";
import type { Values } from "@/lib/domain/record/typing";

/**
 * SHA-256 in hexadecimal over the canonical form (RFC 8785) of an edition's content, independent of the order of keys.
 */
export function editionHash(content: EditionContent): string {
  return hashOf(content);
}

/** Hash of a timeline entry over its canonical form, which holds the hash of the entry before. */
export function entryHash(entry: ChainedForm): string {
  return hashOf(entry);
}

/** Hash of values that a person was shown; a command compares it to find whether they changed. */
export function valuesHash(values: Values): string {
  return hashOf(values);
}

/** SHA-256 in hexadecimal over the canonical form (RFC 8785) of this object. */
export function hashOf(json: object): string {
  const text = canonicalize(json);
  if (text === undefined) throw new Error("What is to be hashed has no canonical form");
  return createHash("sha256").update(text).digest("hex");
}
