import { readdirSync, readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";

/** A node of a syntax tree (ESTree), with its type and its parts. */
export type Node = { type: string } & Record<string, unknown>;

/** Returns the source files in these folders, each with all nodes of its tree. */
export function parsedFiles(...folders: string[]): { name: string; nodes: Node[] }[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true }).map((name) => `${folder}/${String(name)}`),
    )
    .filter((name) => /\.(tsx?|mjs)$/u.test(name) && !name.includes("/generated/"))
    .map((name) => ({
      name,
      nodes: nodesIn(parseSync(name, readFileSync(name, "utf8")).program),
    }));
}

/** Returns every node in a part of a tree, including the part itself. */
export function nodesIn(tree: unknown): Node[] {
  if (Array.isArray(tree)) return tree.flatMap(nodesIn);
  if (!isNode(tree)) return [];
  return [tree, ...Object.values(tree).flatMap(nodesIn)];
}

/** Returns true for a node; when a type is given, only for a node of that type. */
export function isNode(value: unknown, type?: string): value is Node {
  if (typeof value !== "object" || value === null || !("type" in value)) return false;
  return type === undefined || value.type === type;
}

/** Returns the name of an identifier or the value of a text; undefined for any other node. */
export function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  const text = node.type === "Identifier" ? node["name"] : node["value"];
  return typeof text === "string" ? text : undefined;
}

/** Returns the arguments of a call or of `new`, in order; an empty list for any other node. */
export function argumentsOf(node: unknown): unknown[] {
  return isNode(node) && Array.isArray(node["arguments"]) ? node["arguments"] : [];
}
