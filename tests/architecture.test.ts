import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

/** Who may import whom (docs/decisions/0001). Read a row as "code in X may import what starts with …". */
const may: Record<string, string[]> = {
  app: ["app", "components", "lib/web", "lib/commands", "lib/queries", "lib/domain"],
  components: ["components", "lib/domain"],
  "lib/web": [
    "lib/web",
    "lib/queries",
    "lib/domain",
    "lib/db/auth-adapter",
    "lib/db/storage/",
    "lib/env",
  ],
  "lib/commands": ["lib/commands", "lib/db", "lib/domain"],
  "lib/queries": ["lib/queries", "lib/db", "lib/domain"],
  "lib/db": ["lib/db", "lib/domain", "lib/env"],
  "lib/jobs": [
    "lib/jobs",
    "lib/commands",
    "lib/queries",
    "lib/db",
    "lib/domain",
    "lib/web/mail",
    "lib/web/open-data",
    "lib/web/reports",
    "lib/web/forget",
  ],
  "lib/domain": ["lib/domain"],
  "lib/env": ["lib/settings"],
};

/** Packages that belong to one part of the house only. */
const owned: [RegExp, RegExp][] = [
  [/^(@prisma\/|.*generated\/)/u, /^lib\/(db|queries)\//u],
  [/^next-auth(?!\/react)/u, /^(lib\/web|app\/api\/auth)\//u],
  [/^(pg|graphile-worker)$/u, /^lib\/db\//u],
  [/^@tanstack\/table-core/u, /^components\/public\/list-in-place\//u],
  [/^@tanstack\/react-table/u, /^components\/ui\/data-table\.tsx$/u],
  [/^(sharp|file-type|yauzl|aws4fetch|@tus\/file-store)$/u, /^lib\/db\/storage\//u],
  [/^@tus\/server$/u, /^lib\/web\/uploads\.ts$/u],
  [/^@zxcvbn-ts\//u, /^lib\/commands\/refuse-weak-password\.ts$/u],
  [/^(next|react)(\/|$)/u, /^(app|components|lib\/web)\//u],
];

const files = ["app", "components", "lib"]
  .flatMap((directory) =>
    readdirSync(directory, { recursive: true }).map((name) => `${directory}/${String(name)}`),
  )
  .filter((name) => /\.tsx?$/u.test(name) && !name.includes("/generated/"))
  .map((name) => {
    const source = readFileSync(name, "utf8");
    const imports = [...source.matchAll(/(?:from\s|import\()\s*["']([^"']+)["']/gu)].map((match) =>
      String(match[1]),
    );
    return { name, source, imports };
  });

const areas = Object.keys(may).sort((a, b) => b.length - a.length);
const areaOf = (name: string) => areas.find((area) => name.startsWith(area));
const isClient = (source: string) => /^["']use client["']/mu.test(source);
const isAction = (source: string) => /^["']use server["']/mu.test(source);

/** What a file imports for more than its types. */
const valuesFrom = (source: string) =>
  [
    ...source.matchAll(/^(?:import|export) (?!type )([^;]*?)\s?from\s+["']([^"']+)["']/gmu),
    ...source.matchAll(/()\bimport\(\s*["']([^"']+)["']/gu),
  ]
    .filter(([, names]) => !/^\{(\s*type [^,}]+,?)+\s*\}$/u.test(String(names)))
    .map((match) => String(match[2]));

const byName = new Map(files.map((file) => [file.name.replace(/\.tsx?$/u, ""), file]));

/** The file of a name or of what is imported by "@/": with its ending or without. */
const fileAt = (target: string) => byName.get(target.replace(/^@\//u, "").replace(/\.tsx?$/u, ""));

/** A file and all that it imports, directly or by others, for more than types. */
function reachedFrom(name: string, seen = new Set<string>()): Set<string> {
  seen.add(name);
  for (const target of valuesFrom(fileAt(name)?.source ?? "")) {
    const path = target.startsWith("./") ? join(dirname(name), target) : target;
    const next = fileAt(path)?.name;
    if (next && !seen.has(next)) reachedFrom(next, seen);
  }
  return seen;
}

describe("the house", () => {
  test("every file lies in a room, and imports only from the rooms open to it", () => {
    const broken = files.flatMap(({ name, imports }) => {
      const area = areaOf(name);
      if (!area) return name === "lib/env.ts" ? [] : [`${name} lies in no room`];
      return imports
        .filter((target) => target.startsWith("@/") && !target.endsWith(".css"))
        .filter((target) => !may[area]?.some((open) => target.slice(2).startsWith(open)))
        .map((target) => `${name} may not import ${target}`);
    });
    expect(broken).toEqual([]);
  });

  test("imports within the house name the room, never a path upwards", () => {
    const upwards = files.flatMap(({ name, imports }) =>
      imports
        .filter((target) => target.startsWith("../") && !target.includes("/messages/"))
        .map((target) => `${name} imports ${target}`),
    );
    expect(upwards).toEqual([]);
  });

  test("packages stay where they belong", () => {
    const astray = files.flatMap(({ name, imports }) =>
      owned.flatMap(([pkg, home]) =>
        imports
          .filter((target) => pkg.test(target.replace("@/lib/db/", "")) && !home.test(name))
          .map((target) => `${name} may not import ${target}`),
      ),
    );
    expect(astray).toEqual([]);
  });

  test("rules are pure: lib/domain imports itself, zod, big.js and types of messages, and never looks at the clock", () => {
    const impure = files
      .filter(({ name }) => name.startsWith("lib/domain/"))
      .filter(
        ({ source, imports }) =>
          imports
            .filter((target) => target !== "next-intl" || valuesFrom(source).includes(target))
            .some((target) => !/^(zod|big\.js|@\/lib\/domain\/.*)$/u.test(target)) ||
          /Date\.now\(|new Date\(\)|Math\.random\(|process\./u.test(source),
      )
      .map(({ name }) => name);
    expect(impure).toEqual([]);
  });

  test("public pages and open data read published editions only", () => {
    const leaking = files
      .filter(({ name }) => /^app\/(\(public\)|api\/v1)\//u.test(name))
      .flatMap(({ name, imports }) =>
        imports
          .filter((target) =>
            /^@\/lib\/(queries\/(?!public)|commands|web\/(session|page|form-action))/u.test(target),
          )
          .map((target) => `${name} may not import ${target}`),
      );
    expect(leaking).toEqual([]);
  });

  test("what answers everybody cannot learn who asks: it reaches no session, no cookie and no query for a reader", () => {
    const answering = files.filter(
      ({ name }) =>
        /^app\/(.*\/)?(page|layout|route|error|not-found|global-not-found)\.tsx?$/u.test(name) &&
        !/^app\/(\(office\)|api\/(office|auth))\//u.test(name),
    );
    expect(answering.length).toBeGreaterThan(60);
    const knowing =
      /^(next\/headers|next-auth|@\/lib\/(web\/(session|page)$|db\/auth-adapter|queries\/(?!public)))/u;
    const broken = answering.flatMap(({ name }) =>
      [...reachedFrom(name)].flatMap((each) => {
        const { source = "", imports = [] } = fileAt(each) ?? {};
        const readsCookies = /\bcookies\b|["']cookie["']/u.test(source) ? ["cookies"] : [];
        const known = imports.filter(
          (target) => knowing.test(target) && valuesFrom(source).includes(target),
        );
        return [...known, ...readsCookies].map((what) => `${name} reaches ${what} by ${each}`);
      }),
    );
    expect(broken).toEqual([]);
  });

  test("a public page is made once for everybody", () => {
    const pages = files.filter(({ name }) =>
      /^app\/\((public|embed)\)\/.*\/page\.tsx$/u.test(name),
    );
    expect(pages.length).toBeGreaterThan(35);
    const perRequest = pages
      .filter(({ source }) => !/^export const dynamic = "force-static";$/mu.test(source))
      .map(({ name }) => name);
    expect(perRequest).toEqual([]);
  });

  test("the queries of the public touch no table that holds drafts or people", () => {
    const leaking = files
      .filter(({ name }) => name.startsWith("lib/queries/public"))
      .filter(({ source }) =>
        /\b(draft|draftChange|save|draftComment|mention|sheetImport|submission|decision|comment|person|grant|session|timelineEntry)\b\s*[.:(]|"(Draft|DraftChange|Save|DraftComment|Mention|SheetImport|Submission|Decision|Comment|Person|Grant|Session|TimelineEntry)"/u.test(
          source,
        ),
      )
      .map(({ name }) => name);
    expect(leaking).toEqual([]);
  });

  test("every other query takes its reader first", () => {
    const open = files
      .filter(({ name }) => /^lib\/queries\/(?!public|visible|password-links)/u.test(name))
      .flatMap(({ name, source }) =>
        [...source.matchAll(/^export (?:async )?function (?!parse|to)(\w+)\(\s*([^,)]*)/gmu)]
          .filter((match) => !/^reader: SignedIn/u.test(String(match[2])))
          .map((match) => `${name}: ${match[1]} does not take a reader first`),
      );
    expect(open).toEqual([]);
  });

  test("client code takes from lib only lib/domain", () => {
    const broken = files
      .filter(({ source }) => isClient(source))
      .flatMap(({ name, imports }) =>
        imports
          .filter((target) => /^@\/lib\/(?!domain)/u.test(target))
          .map((target) => `${name} imports ${target}`),
      );
    expect(broken).toEqual([]);
  });

  test("no client code reaches the schemas: zod stays on the server", () => {
    const reaching = (name: string, seen: Set<string>): string[] =>
      valuesFrom(byName.get(name)?.source ?? "").flatMap((target) => {
        if (target === "zod") return [name];
        const next = target.slice(2);
        const source = byName.get(next)?.source;
        if (source === undefined || seen.has(next) || isAction(source)) return [];
        return reaching(next, seen.add(next));
      });
    const seen = new Set<string>();
    const clients = files.filter(({ source }) => isClient(source));
    const broken = clients.flatMap(({ name }) => reaching(name.replace(/\.tsx?$/u, ""), seen));
    expect(clients.length).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  });

  test("server actions live in actions.ts and are commands, nothing else", () => {
    const broken = files
      .filter(({ source }) => /["']use server["']/u.test(source))
      .flatMap(({ name, source }) => {
        const misplaced = /^app\/.*\/actions\.ts$/u.test(name) ? [] : [`${name} is no actions.ts`];
        const exported = isAction(source) ? [...source.matchAll(/^export .*/gmu)] : [];
        return [
          ...misplaced,
          ...exported
            .filter(([line]) => !/^export const \w+Action = (f|linkF)ormAction\(/u.test(line))
            .map(([line]) => `${name}: "${line}" is not a command's action`),
        ];
      });
    expect(broken).toEqual([]);
  });

  test("routes of the office are commands, or reads of somebody who is signed in, and nothing else", () => {
    const ways =
      /^export const (GET = (reader|file)Route\(|POST = (command|longCommand|telling|sheet)Route\(|\w+ = answerUpload;)/u;
    const broken = files
      .filter(({ name }) => /^app\/api\/office\//u.test(name))
      .flatMap(({ name, source }) =>
        [...source.matchAll(/^export .*/gmu)]
          .filter(([line]) => !ways.test(line))
          .map(([line]) => `${name}: "${line}" is neither`),
      );
    expect(broken).toEqual([]);
  });

  test("every office page asks who is reading", () => {
    const open = files
      .filter(({ name }) => /^app\/\(office\)\/office\/.*page\.tsx$/u.test(name))
      .filter(({ source }) => !source.includes("requireSignedIn("))
      .map(({ name }) => name);
    expect(open).toEqual([]);
  });

  test("nobody compares roles but the policy and the actor", () => {
    const comparing = files
      .filter(
        ({ name }) =>
          !/^lib\/(domain\/(policy|actor|person)|db|commands|queries\/visible)/u.test(name),
      )
      .filter(({ source }) => /\.role\s*[=!]==/u.test(source))
      .map(({ name }) => name);
    expect(comparing).toEqual([]);
  });

  test("the migrations lead to the schema", () => {
    expect(readFileSync("prisma/migrations/schema.prisma", "utf8")).toBe(
      readFileSync("prisma/schema.prisma", "utf8"),
    );
  });

  test("every file of lib that is not pure says that it belongs to the server", () => {
    const unmarked = files
      .filter(({ name }) => /^lib\/(commands|queries|db|jobs|web)\//u.test(name))
      .filter(({ name }) => name !== "lib/web/words.ts")
      .filter(({ source }) => !source.includes('import "server-only"'))
      .map(({ name }) => name);
    expect(unmarked).toEqual([]);
  });
});
