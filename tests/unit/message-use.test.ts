import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { jobPayloads } from "@/lib/domain/notification/job";
import { fieldSpecs, type NamedValue, readingSpec } from "@/lib/domain/record/fields";
import { columnLabel, layoutName, layouts } from "@/lib/domain/sheet/layout";
import { words } from "@/messages/en/index";
import { signatureOf } from "@/scripts/setup/message-signature.mjs";
import { argumentsOf, isNode, type Node, nodesIn, parsedFiles, textOf } from "../support/source";

// Types check the keys and values of messages (message-types.test.ts). These tests check what types cannot.

const files = parsedFiles("app", "components", "lib");

describe("a message with tags", () => {
  const tagged = flatten(words, "")
    .filter(([, text]) => signatureOf(text).some((taken) => taken.startsWith("<")))
    .map(([key]) => key);

  test("is written by rich or markup, with a value for each tag", () => {
    expect(tagged.length).toBeGreaterThan(20);
    const exported = new Map(
      files.flatMap(({ nodes }) => {
        const declared = namespacesIn(nodes, new Map());
        return nodes
          .filter(({ type }) => type === "ExportNamedDeclaration")
          .flatMap(nodesIn)
          .flatMap(({ id }) => [textOf(id) ?? ""])
          .flatMap((name) => declared.get(name)?.map((own): [string, string] => [name, own]) ?? []);
      }),
    );
    const plain = files.flatMap(({ name, nodes }) => {
      const namespaces = namespacesIn(nodes, exported);
      return nodes
        .filter(({ type, callee }) => type === "CallExpression" && isNode(callee, "Identifier"))
        .flatMap(({ callee, arguments: given }) =>
          keysIn(given).filter((key) =>
            saysOne(tagged, key, namespaces.get(textOf(callee) ?? "") ?? [""]),
          ),
        )
        .map((key) => `${name}: ${key}`);
    });
    expect(plain).toEqual([]);
  });
});

describe("a key that comes as data", () => {
  test("of a rule has a message", () => {
    const named = files
      .filter(({ name }) => /^lib\/(domain|commands)\//u.test(name))
      .flatMap(({ nodes }) => nodes.flatMap(ruleKeys));
    expect(named).toEqual(expect.arrayContaining(["too_many_items", "buddhist_year", "email"]));
    expect(named.filter((key) => !(key in words.errors.field))).toEqual([]);
  });

  test("of a refused sheet has a message", () => {
    const named = files
      .filter(({ name }) => /^lib\/sheets\/.*\.mjs$/u.test(name))
      .flatMap(({ nodes }) => nodes)
      .filter(({ type, callee }) => type === "NewExpression" && textOf(callee) === "SheetRefused")
      .flatMap((thrown) => keysIn(argumentsOf(thrown)));
    expect(named).toEqual(expect.arrayContaining(["bomb", "encrypted"]));
    expect(named.filter((key) => !(key in words.sheets.refused))).toEqual([]);
  });

  test("of a job has a name; a mail that failed is listed as a mail", () => {
    const tasks = Object.keys(jobPayloads).filter((task) => task !== "send_mail");
    expect(Object.keys(words.jobs.task).sort()).toEqual([...tasks, "other"].sort());
  });

  test("of a choice has a label for every option; a currency may be shown by its code", () => {
    const fields = [...fieldSpecs.plan, ...fieldSpecs.project, readingSpec];
    const choices = fields
      .flatMap((spec): NamedValue[] => (spec.kind === "list" ? spec.item : [spec]))
      .flatMap((spec) => (spec.kind === "choice" && spec.words !== "currency" ? [spec] : []));
    expect(choices.length).toBeGreaterThan(10);
    const lacking = choices.flatMap(({ words: list, options }) =>
      options.filter((option) => !Object.hasOwn(words.choices[list], option)),
    );
    expect(lacking).toEqual([]);
  });

  test("of a sheet or its columns has a name", () => {
    const nameless = layouts.flatMap((layout) => [
      ...(layoutName(layout, words).includes(layout.key) ? [layout.key] : []),
      ...layout.columns
        .filter((column) => columnLabel(layout, column, words) === column.name)
        .map((column) => `${layout.key}: ${column.name}`),
    ]);
    expect(nameless).toEqual([]);
  });
});

describe("a missing message", () => {
  test("is an error in the log", () => {
    const logged: unknown[][] = [];
    const before = console.error;
    console.error = (...said: unknown[]) => logged.push(said);
    try {
      // At run time a key may be any text.
      const t: unknown = createTranslator({ locale: "en", messages: words });
      (t as (key: string) => string)("public.nothing");
    } finally {
      console.error = before;
    }
    expect(String(logged)).toContain("MISSING_MESSAGE");
  });

  test("is logged everywhere: no part of the product sets its own handler", () => {
    const quiet = files.flatMap(({ name, nodes }) =>
      nodes
        .filter(givesWords)
        .flatMap(nodesIn)
        .map((node) => textOf(node["key"]) ?? textOf(node["name"]))
        .filter((option) => option === "onError" || option === "getMessageFallback")
        .map((option) => `${name}: ${option}`),
    );
    expect(quiet).toEqual([]);
  });
});

/** Returns every text in messages by its path: "public.frame.name". */
function flatten(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as object).flatMap(([key, each]) =>
    flatten(each, path === "" ? key : `${path}.${key}`),
  );
}

/**
 * Returns the names in a file that translate messages, each with the namespaces that it has anywhere in the file.
 * `exported` holds the translators of other files.
 */
function namespacesIn(nodes: Node[], exported: Map<string, string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { type, imported, local } of nodes) {
    const namespace = type === "ImportSpecifier" && exported.get(textOf(imported) ?? "");
    if (namespace) found.set(textOf(local) ?? "", [namespace]);
  }
  const note = (name: unknown, value: unknown) => {
    const call = isNode(value, "AwaitExpression") ? value["argument"] : value;
    const key = textOf(name);
    if (!key || !isNode(call, "CallExpression") || !isSource(call)) return;
    found.set(key, [...(found.get(key) ?? []), namespaceOf(argumentsOf(call)[0])]);
  };
  for (const { type, id, init } of nodes) {
    if (type !== "VariableDeclarator") continue;
    note(id, init);
    // This is the form `const [t, words] = await Promise.all([getTranslations(…), getTranslations(…)])`.
    const all = isNode(init, "AwaitExpression") ? argumentsOf(init["argument"])[0] : undefined;
    const names = isNode(id, "ArrayPattern") && Array.isArray(id["elements"]) ? id["elements"] : [];
    const values = isNode(all) && Array.isArray(all["elements"]) ? all["elements"] : [];
    for (const [place, name] of names.entries()) note(name, values[place]);
  }
  return found;
}

const sources = new Set(["useTranslations", "getTranslations", "createTranslator"]);

function isSource(call: Node) {
  return sources.has(textOf(call["callee"]) ?? "");
}

/** Returns the namespace of a translator: "fields" for useTranslations("fields"), "" without an argument. */
function namespaceOf(given: unknown): string {
  if (!isNode(given, "ObjectExpression")) return textOf(given) ?? "";
  const named = nodesIn(given).find(
    ({ type, key }) => type === "Property" && textOf(key) === "namespace",
  );
  return textOf(named?.["value"]) ?? "";
}

/** Returns the keys that a first argument may have. A part that is computed becomes "*". */
function keysIn(given: unknown): string[] {
  return Array.isArray(given) ? keysOf(given[0]).filter((key) => !key.startsWith("*")) : [];
}

function keysOf(node: unknown): string[] {
  if (isNode(node, "ConditionalExpression"))
    return [node["consequent"], node["alternate"]].flatMap(keysOf);
  if (isNode(node, "Literal")) return [textOf(node) ?? ""];
  if (!isNode(node, "TemplateLiteral") || !Array.isArray(node["quasis"])) return [];
  return [node["quasis"].map((part: { value: { raw: string } }) => part.value.raw).join("*")];
}

/** Returns true when a key in any of the namespaces is one of the messages. */
function saysOne(messages: string[], key: string, namespaces: string[]): boolean {
  const pattern = key
    .split("*")
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`))
    .join("[^.]+");
  return namespaces.some((namespace) => {
    const whole = new RegExp(`^${namespace ? `${namespace}.` : ""}${pattern}$`, "u");
    return messages.some((message) => whole.test(message));
  });
}

const zodRules = new Set(["refine", "max", "min", "length", "regex"]);

/** Returns the keys that a rule names: as its last argument, or as the message or error of an issue. */
function ruleKeys(node: Node): string[] {
  const said = [];
  if (node.type === "Property" && ["message", "error"].includes(textOf(node["key"]) ?? ""))
    said.push(node["value"]);
  if (node.type === "CallExpression" && isNode(node["callee"], "MemberExpression")) {
    const rule = textOf(node["callee"]["property"]) ?? "";
    if (zodRules.has(rule) && argumentsOf(node).length > 1) said.push(argumentsOf(node).at(-1));
  }
  return said
    .filter((value) => isNode(value, "Literal"))
    .flatMap((value) => textOf(value) ?? [])
    .filter((text) => /^[a-z]+(_[a-z]+)*$/u.test(text));
}

/** True where next-intl gets its messages, and where it is told what to do with missing ones. */
function givesWords({ type, callee, name }: Node): boolean {
  return type === "CallExpression"
    ? ["createTranslator", "getRequestConfig"].includes(textOf(callee) ?? "")
    : type === "JSXOpeningElement" && isNode(name) && name["name"] === "NextIntlClientProvider";
}
