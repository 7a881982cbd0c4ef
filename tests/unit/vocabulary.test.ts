import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isNode, type Node, parsedFiles } from "@/tests/support/source";

/**
 * Old word → new word. An old word is one part of a name, or several that follow each other: "takeHome" is found in
 * `takeHomeLink` and in `TAKE_HOME`. docs/glossary.md has the other words.
 */
const table = `
bring → import
bringing → importing
brings → imports
brought → imported
chosen → selected
editsOf → unsavedEdits, correctionEdits
hear → subscribe
heard → received
hearing → subscribing
hears → subscribes
heir → candidate
heirs → candidates
holding → effectiveOn
knowFile → addKnownFile
least → min, lowest
listInPlace → listEnhancement
longest → maxChars, timeoutMs
loud → showErrors
most → max, highest
namedInEdits → editReferences
narrowed → toWhere, filtered
news → remoteChanges
nothingAsked → noFilters
nothingCounted → zeroCounts
nothingHere → notFound
nothingSaid → noValue
notMadeYet → notReady
pulse → heartbeat
putOnRecord → recordInTimeline
seal → fingerprint, signature
sealed → fingerprint, signature
settle → resolve
settled → resolved
settles → resolves
share → quota
shares → quotas
sitting → editSession
sittings → editSessions
span → validityPeriod
spans → validityPeriods
spokenAs → translationOf
spokenIn → inReaderLanguage
sureNot → maxUnicodeProbability
takeHome → export
takeIn → mergeRemote, ingest
takenBack → rolledBack, isReverted
takenIn → merged, ingested
takeTry → countSignInAttempt
takeTurn → withLock
tallies → aggregates
tally → aggregate
tell → notify
telling → notification
tellings → notifications
tells → notifies
told → notified
unheard → unreported
unknownNames → findUnknownReferences
untold → notNotified, unrecorded
waysOn → linkIds
whatChanged → changeSummary
wish → request
wishes → requests
withheldHere → withheld
`;

const newWords = new Map(
  table
    .trim()
    .split("\n")
    .map((row) => row.split(" → ") as [string, string]),
);

test("no name in the code uses an old word", () => {
  const found = parsedFiles("lib", "app", "components", "scripts", "prisma", "tests").flatMap(
    ({ name, nodes }) =>
      [...namesIn(nodes)].flatMap((identifier) =>
        oldWordsIn(identifier).map(
          (word) => `${name}: ${identifier} (${word} → ${newWords.get(word)})`,
        ),
      ),
  );
  expect(found).toEqual([]);
});

test("no value of a message uses an old word", () => {
  const found = readdirSync("messages/en")
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) =>
      [...readFileSync(`messages/en/${file}`, "utf8").matchAll(/\{(\w+)[,}]/gu)].flatMap(
        ([, value = ""]) => oldWordsIn(value).map((word) => `${file}: ${value} (${word})`),
      ),
    );
  expect(found).toEqual([]);
});

test("old words are found as whole parts of a name", () => {
  expect(oldWordsIn("tellPeople")).toEqual(["tell"]);
  expect(oldWordsIn("takeHomeLink")).toEqual(["takeHome"]);
  expect(oldWordsIn("TAKE_HOME")).toEqual(["takeHome"]);
  expect(oldWordsIn("takeHomes")).toEqual([]);
  expect(oldWordsIn("sharedSpanish")).toEqual([]);
});

/** Returns the old words that are part of a name. */
function oldWordsIn(identifier: string): string[] {
  const parts = ` ${partsOf(identifier)} `;
  return [...newWords.keys()].filter((word) => parts.includes(` ${partsOf(word)} `));
}

/** Returns a name in lower case, with spaces between its parts. */
function partsOf(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/gu, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
}

/**
 * Returns the names that these nodes give. The name of a property that is read, and of a value that a message takes, is
 * given elsewhere: in its declaration, in a library (`Promise.allSettled`), or in a message.
 */
function namesIn(nodes: Node[]): Set<string> {
  const foreign = new Set(nodes.flatMap(foreignNames));
  return new Set(
    nodes.flatMap((node) => {
      const name = node["name"];
      return node.type === "Identifier" && typeof name === "string" && !foreign.has(node)
        ? [name]
        : [];
    }),
  );
}

/** Returns the nodes within this one whose names are given elsewhere. */
function foreignNames(node: Node): unknown[] {
  if (node.type === "MemberExpression") return node["computed"] === true ? [] : [node["property"]];
  if (node.type !== "CallExpression" || !isTranslator(node["callee"])) return [];
  return (node["arguments"] as unknown[]).flatMap((argument) =>
    isNode(argument, "ObjectExpression")
      ? (argument["properties"] as Node[]).map((property) => property["key"])
      : [],
  );
}

/** Returns true for a function that writes a message: `t` or `t.rich`. */
function isTranslator(callee: unknown): boolean {
  if (isNode(callee, "MemberExpression")) return isTranslator(callee["object"]);
  return isNode(callee, "Identifier") && callee["name"] === "t";
}
