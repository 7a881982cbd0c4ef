import { readdirSync, readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";

/** A node of a syntax tree (ESTree): its type, and whatever it consists of. */
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

/** Returns every node in a part of a tree, itself among them. */
export function nodesIn(tree: unknown): Node[] {
  if (Array.isArray(tree)) return tree.flatMap(nodesIn);
  if (!isNode(tree)) return [];
  return [tree, ...Object.values(tree).flatMap(nodesIn)];
}

/** Returns whether a value is a node; of a type, where one is named. */
export function isNode(value: unknown, type?: string): value is Node {
  if (typeof value !== "object" || value === null || !("type" in value)) return false;
  return type === undefined || value.type === type;
}

/** Returns what an identifier is called, or a text says; undefined for any other node. */
export function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  const text = node.type === "Identifier" ? node["name"] : node["value"];
  return typeof text === "string" ? text : undefined;
}

/** Returns what a call or `new` gives, in order; nothing for another node. */
export function argumentsOf(node: unknown): unknown[] {
  return isNode(node) && Array.isArray(node["arguments"]) ? node["arguments"] : [];
}
