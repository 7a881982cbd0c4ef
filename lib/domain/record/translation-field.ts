import * as z from "zod";
import { localLanguages, localPartsOf, type TextKind } from "@/lib/domain/record/local-parts";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { type Translation, translationId } from "@/lib/domain/record/translation";
import type { ErrorKey } from "@/lib/domain/values/field-error";
import { ruleOf } from "@/lib/domain/values/field-errors";
import { items } from "@/lib/domain/values/item";
import { line, text } from "@/lib/domain/values/text";

/** The schemas of texts by kind, with their maximum length; other languages may need more letters than English. */
const kinds: Record<TextKind, z.ZodType> = {
  line: line(400),
  text: text(2_500),
  markdown: text(20_000),
};

const shape = {
  of: z.string().max(200),
  language: z.enum(localLanguages),
  text: text(20_000),
  englishHash: z.string().regex(/^[0-9a-f]{8}$/u),
};

/** The schema of the translations of a record of this kind: at most one of each part in each language. */
export function translationsOf(kind: RecordKind) {
  return items(shape, 500).superRefine((list, context) => {
    // The type of an item is lost behind the pipe, which counts the items first.
    for (const [place, each] of (list as Translation[]).entries()) {
      const wrong = (part: string, message: ErrorKey, limit?: number) =>
        context.addIssue({
          code: "custom",
          path: [place, part],
          message,
          ...(limit !== undefined && { params: { limit } }),
        });
      const schema = kinds[kindOfPart(kind, each.of) ?? "text"];
      if (kindOfPart(kind, each.of) === null) wrong("of", "unknown_text");
      else if (each.id !== translationId(each.language, each.of)) wrong("of", "not_understood");
      const error = schema.safeParse(each.text).error?.issues[0];
      if (error?.code === "too_big") wrong("text", "too_long", Number(error.maximum));
      else if (error) wrong("text", ruleOf(error));
    }
  });
}

/** Returns the kind of text of this part of a record; null for a part that cannot be translated. */
function kindOfPart(kind: RecordKind, of: string): TextKind | null {
  const [field = "", id, part = "", ...more] = of.split(".");
  const own = localPartsOf(field, kind);
  if (own === null || more.length > 0) return null;
  if (typeof own === "string") return id === undefined ? own : null;
  const isItem = z.uuid().safeParse(id).success && Object.hasOwn(own, part);
  return isItem ? (own[part] ?? null) : null;
}
