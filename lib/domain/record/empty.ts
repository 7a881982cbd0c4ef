import type { NamedValue } from "@/lib/domain/record/fields";
import type { Item } from "@/lib/domain/values/item";

/** Whether nobody wrote anything there. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** An entry of a list nobody has written yet. */
export function emptyItem(id: string, specs: NamedValue[]): Item {
  return { id, ...Object.fromEntries(specs.map((spec) => [spec.name, emptyValue(spec)])) };
}

/** What a field of such an entry says. */
export function emptyValue(spec: NamedValue) {
  switch (spec.kind) {
    case "number":
      // Every milestone weighs something; the others are numbers somebody may not know.
      return spec.name === "weight" ? 1 : null;
    case "choice":
      return spec.preset ?? (spec.nullable ? null : "");
    case "framework":
      return spec.nullable ? null : "";
    case "yes_no":
      return false;
    case "readings":
      return [];
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
