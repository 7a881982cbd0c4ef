import type { NamedValue } from "@/lib/domain/record/fields";
import type { Item } from "@/lib/domain/values/item";

/** Returns true when nobody wrote anything there. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Returns an empty entry of a list. */
export function emptyItem(id: string, specs: NamedValue[]): Item {
  return { id, ...Object.fromEntries(specs.map((spec) => [spec.name, emptyValue(spec)])) };
}

/** The properties that decide the value of an empty field or part. */
type OfKind = {
  kind: string;
  min?: number;
  isRequired?: true;
  nullable?: boolean;
  preset?: string;
};

/** Returns the value of an empty field or part, from its entry in the catalogue or its spec. */
export function emptyValue({ kind, min = 0, isRequired, nullable, preset }: OfKind): unknown {
  switch (kind) {
    case "list":
    case "readings":
      return [];
    case "number":
      // A required number starts at its minimum; other numbers may be unknown.
      return isRequired ? min : null;
    case "choice":
      return preset ?? (nullable ? null : "");
    case "framework":
      return nullable ? null : "";
    case "yes_no":
      return false;
    case "line":
    case "text":
    case "markdown":
    case "address":
    case "role_address":
    case "text_of":
    case "english_hash":
      return "";
    default:
      return null;
  }
}
