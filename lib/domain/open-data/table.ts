import * as z from "zod";
import { dataSources, decimalPattern } from "@/lib/domain/open-data/field";
import type { Cell, SheetColumn } from "@/lib/domain/sheet/sheet";

/** One column of an open-data table, as the data dictionary explains it. */
type DataColumn = {
  name: string;
  type:
    | "text"
    | "choice"
    | "number"
    | "whole number"
    | "decimal"
    | "yes or no"
    | "day"
    | "moment"
    | "list"
    | "JSON";
  canBeEmpty: boolean;
  /** The options of a closed list. */
  choices: string[];
  unit: string;
  meaning: string;
  source: string;
  /** The path in the JSON, below the table's own object. */
  path: string[];
};

/** A flat table of open data: the objects of a list, or the items of a list within them. */
export type OpenDataTable = {
  /** The name in addresses and file names: "project-milestones". */
  name: string;
  meaning: string;
  columns: DataColumn[];
  /**
   * The lists that lead to the table's rows in the JSON of one object, from outside to inside; empty for the objects
   * themselves.
   */
  lists: { path: string[]; key: string | null }[];
};

type Node = {
  type?: string | string[];
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  enum?: string[];
  const?: unknown;
  format?: string;
  pattern?: string;
  description?: string;
  "x-source"?: keyof typeof dataSources;
  "x-unit"?: string;
};

/**
 * Returns the tables of a schema: its own, and one for each list within it, with the keys of the containing objects.
 */
export function openDataTablesOf(
  {
    name,
    singular,
    key,
    meaning,
  }: { name: string; singular: string; key: string; meaning: string },
  schema: z.ZodType,
): OpenDataTable[] {
  const root = inline(z.toJSONSchema(schema, { io: "output" }) as Node & Defined);
  const own = collect(root, []);
  const parent = { ...columnOf(root.properties?.[key] ?? {}, [key]), name: `${singular}.${key}` };
  return [
    { name, meaning, columns: own.columns, lists: [] },
    ...own.lists.flatMap((list) => childTables(list, singular, [parent], [{ path: [], key }])),
  ];
}

type Defined = { $defs?: Record<string, Node>; $ref?: string };
type List = { path: string[]; node: Node };

function childTables(
  { path, node }: List,
  parentName: string,
  keys: DataColumn[],
  lists: OpenDataTable["lists"],
): OpenDataTable[] {
  const name = `${parentName}-${kebab(path)}`;
  const item = plain(node.items ?? {}).node;
  const own = collect(item, []);
  const hasId = item.properties?.["id"] !== undefined;
  const last = path.at(-1) ?? "";
  const below = [...lists, { path, key: hasId ? "id" : null }];
  return [
    {
      name,
      meaning: node.description ?? "",
      columns: [...keys, ...own.columns],
      lists: below,
    },
    ...own.lists.flatMap((list) =>
      childTables(
        list,
        name,
        [...keys, { ...columnOf(item.properties?.["id"] ?? {}, ["id"]), name: `${last}.id` }],
        below,
      ),
    ),
  ];
}

/** Returns the columns of an object, including those of nested objects, and its lists. */
function collect(node: Node, path: string[]): { columns: DataColumn[]; lists: List[] } {
  const columns: DataColumn[] = [];
  const lists: List[] = [];
  for (const [name, raw] of Object.entries(node.properties ?? {})) {
    const at = [...path, name];
    const { node: each } = plain(raw);
    if (each.properties) {
      const inside = collect(each, at);
      columns.push(...inside.columns);
      lists.push(...inside.lists);
    } else if (each.items && plain(each.items).node.properties) {
      lists.push({ path: at, node: { ...each, ...described(raw) } });
    } else columns.push(columnOf(raw, at));
  }
  return { columns, lists };
}

function columnOf(raw: Node, path: string[]): DataColumn {
  const { node, canBeEmpty } = plain(raw);
  return {
    name: path.join("."),
    type: typeOf(node),
    canBeEmpty,
    choices: node.enum ?? [],
    unit: raw["x-unit"] ?? "",
    meaning: raw.description ?? "",
    source: dataSources[raw["x-source"] ?? "tracker"],
    path,
  };
}

function typeOf(node: Node): DataColumn["type"] {
  if (node.enum) return "choice";
  if (node.items) return "list";
  if (node.pattern === decimalPattern.source) return "decimal";
  if (node.format === "date") return "day";
  if (node.format === "date-time") return "moment";
  if (node.type === "boolean") return "yes or no";
  if (node.type === "integer") return "whole number";
  if (node.type === "number") return "number";
  return node.type === "string" ? "text" : "JSON";
}

/** Returns the schema without null, and whether null is allowed. */
function plain(raw: Node): { node: Node; canBeEmpty: boolean } {
  const types = [raw.type ?? []].flat();
  if (types.includes("null")) {
    const [type = "string"] = types.filter((each) => each !== "null");
    return { node: { ...raw, type }, canBeEmpty: true };
  }
  const others = raw.anyOf?.filter((each) => each.type !== "null") ?? [];
  const [only] = others;
  if (!only || others.length > 1) return { node: raw, canBeEmpty: false };
  return { node: only, canBeEmpty: others.length < (raw.anyOf?.length ?? 0) };
}

function described({ description }: Node) {
  return description === undefined ? {} : { description };
}

/** Returns the schema with its reference resolved. */
function inline({ $defs = {}, ...root }: Node & Defined): Node {
  const name = root.$ref?.split("/").at(-1) ?? "";
  return $defs[name] ?? root;
}

/** Returns ["plan", "strategicTargets"] as "plan-strategic-targets". */
function kebab(path: string[]) {
  return path.join("-").replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

/** Returns the rows of a table for one object in its JSON form. */
export function openDataRowsOf({ lists, columns }: OpenDataTable, thing: unknown): Cell[][] {
  const keys = lists.slice(0, -1).length;
  const own = columns.slice(keys);
  const walk = (at: unknown, index: number, ids: Cell[]): Cell[][] => {
    const list = lists[index];
    if (!list) return [[...ids, ...own.map((column) => toCell(valueAt(at, column.path)))]];
    const things = list.path.length === 0 ? [at] : valueAt(at, list.path);
    if (!Array.isArray(things)) return [];
    return things.flatMap((each) => {
      const isLast = index === lists.length - 1;
      const id = isLast || list.key === null ? [] : [toCell(valueAt(each, [list.key]))];
      return walk(each, index + 1, [...ids, ...id]);
    });
  };
  return walk(thing, 0, []);
}

function valueAt(thing: unknown, path: string[]): unknown {
  return path.reduce<unknown>(
    (at, name) => (at === null || at === undefined ? null : (at as Record<string, unknown>)[name]),
    thing,
  );
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value) && value.every((each) => typeof each === "string"))
    return value.join("; ");
  return JSON.stringify(value);
}

const cellKinds: Partial<Record<DataColumn["type"], SheetColumn["kind"]>> = {
  day: "date",
  number: "number",
  "whole number": "number",
  decimal: "decimal",
};

/** Returns the header of a table for a workbook or a CSV file. */
export function columnsOf({ columns }: OpenDataTable): Pick<SheetColumn, "label" | "kind">[] {
  return columns.map(({ name, type }) => ({ label: name, kind: cellKinds[type] ?? "text" }));
}
