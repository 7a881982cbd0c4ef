import "server-only";
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { EditionContent } from "@/lib/domain/edition";

/** SHA-256, in hexadecimal, over the canonical form (RFC 8785) of an edition's content: independent of the order of keys. */
export function editionHash(content: EditionContent): string {
  return createHash("sha256").update(canonicalText(content)).digest("hex");
}

function canonicalText(content: EditionContent): string {
  const text = canonicalize(content);
  if (text === undefined) throw new Error("An edition's content has no canonical form");
  return text;
}
