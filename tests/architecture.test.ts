import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** The rooms of lib/domain. lib/commands and lib/queries have the same rooms where they need them. */
const rooms = [
  "values",
  "language",
  "people",
  "organisation",
  "record",
  "result",
  "progress",
  "assessment",
  "review",
  "history",
  "notification",
  "report",
  "sheet",
  "site",
  "open-data",
  "table",
  "feedback",
  "live",
];

/** The other folders of a layer: steps that commands share, and queries for readers who are not officials. */
const besides: Record<string, string[]> = {
  "lib/commands": ["shared"],
  "lib/queries": ["shared", "public", "sign-in"],
};

/** Maps each layer to what its code may import (docs/decisions/0051). */
const may: Record<string, string[]> = {
  app: [
    "app",
    "components",
    "lib/web",
    "lib/commands",
    "lib/queries",
    "lib/live",
    "lib/files",
    "lib/mail",
    "lib/sheets",
    "lib/reports",
    "lib/open-data",
    "lib/site",
    "lib/domain",
  ],
  components: ["components", "lib/domain"],
  "lib/web": [
    "lib/web",
    "lib/queries",
    "lib/sheets",
    "lib/files",
    "lib/db/sessions",
    "lib/domain",
    "lib/settings",
  ],
  "lib/jobs": [
    "lib/jobs",
    "lib/commands",
    "lib/queries",
    "lib/live",
    "lib/files",
    "lib/mail",
    "lib/sheets",
    "lib/reports",
    "lib/open-data",
    "lib/site",
    "lib/db",
    "lib/domain",
  ],
  "lib/reports": [
    "lib/reports",
    "lib/open-data",
    "lib/site",
    "lib/sheets",
    "lib/files",
    "lib/queries/public",
    "lib/domain",
    "lib/settings",
  ],
  "lib/open-data": [
    "lib/open-data",
    "lib/site",
    "lib/sheets",
    "lib/files",
    "lib/queries/public",
    "lib/domain",
    "lib/settings",
  ],
  "lib/site": ["lib/site", "lib/files", "lib/queries/public", "lib/domain", "lib/settings"],
  "lib/live": ["lib/live", "lib/queries/shared", "lib/db", "lib/domain"],
  "lib/mail": ["lib/mail", "lib/domain", "lib/settings"],
  "lib/commands": ["lib/commands", "lib/sheets", "lib/files", "lib/db", "lib/domain"],
  "lib/queries": ["lib/queries", "lib/sheets", "lib/db", "lib/domain"],
  "lib/sheets": ["lib/sheets", "lib/db", "lib/domain"],
  "lib/files": ["lib/files", "lib/db", "lib/domain", "lib/settings"],
  "lib/db": ["lib/db", "lib/domain", "lib/settings"],
  "lib/settings": ["lib/settings"],
  "lib/domain": ["lib/domain"],
};

/** Lists the layers that answer visitors. They import nothing that knows who is signed in. */
const openToVisitors = [
  "app",
  "components",
  "lib/queries/public",
  "lib/site",
  "lib/open-data",
  "lib/reports",
  "lib/sheets",
  "lib/files",
  "lib/domain",
];

/** Pairs each package with the only layer that may import it. */
const owned: [RegExp, RegExp][] = [
  [/^(@prisma\/|.*generated\/client)/u, /^lib\/(db|queries)\//u],
  [/^next-auth(?!\/react)/u, /^(lib\/web|app\/api\/auth)\//u],
  [/^(pg|graphile-worker)$/u, /^lib\/db\//u],
  [/^@tanstack\/table-core/u, /^components\/public\/lists\/enhancement\//u],
  [/^@tanstack\/react-table/u, /^components\/ui\//u],
  [/^(sharp|file-type|yauzl|aws4fetch|@tus\/file-store)$/u, /^lib\/files\//u],
  [/^@tus\/server$/u, /^lib\/web\//u],
  [/^nodemailer$/u, /^lib\/mail\//u],
  [/^(next|react)(\/|$)/u, /^(app|components|lib\/web|lib\/site|lib\/open-data)\//u],
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
const areaOf = (name: string) => areas.find((area) => name.startsWith(`${area}/`));
const liesIn = (target: string, open: string[]) =>
  open.some((room) => target.slice(2).startsWith(`${room}/`));
const inHouse = (imports: string[]) =>
  imports.filter((target) => target.startsWith("@/") && !target.endsWith(".css"));
const isClient = (source: string) => /^["']use client["']/mu.test(source);
const isAction = (source: string) => /^["']use server["']/mu.test(source);

/** Returns the room of a file: two folders in a layer with rooms, one in any other. */
const roomOf = (path: string) => {
  const parts = path.split("/");
  const isFloor =
    /^(lib\/(domain|commands|queries)|components\/(record|public))\//u.test(path) &&
    parts.length > 3;
  return parts.slice(0, isFloor ? 3 : 2).join("/");
};

/** Returns the modules that a file imports as values. */
const valuesFrom = (source: string) =>
  [...source.matchAll(/^import (?!type )([^;]*?)\s?from\s+["']([^"']+)["']/gmu)]
    .filter(([, names]) => !/^\{(\s*type [^,}]+,?)+\s*\}$/u.test(String(names)))
    .map((match) => String(match[2]));

describe("the architecture", () => {
  test("every file is in a room and imports only from rooms that its own may import", () => {
    const broken = files.flatMap(({ name, imports }) => {
      const area = areaOf(name);
      if (!area) return [`${name} lies in no room`];
      return inHouse(imports)
        .filter((target) => !target.startsWith("@/messages/") && !liesIn(target, may[area] ?? []))
        .map((target) => `${name} may not import ${target}`);
    });
    expect(broken).toEqual([]);
  });

  test("every layer has the same rooms, and every file is in one", () => {
    const floors = ["lib/domain", "lib/commands", "lib/queries"];
    const astray = files
      .map(({ name }) => name)
      .filter((name) => floors.some((floor) => name.startsWith(`${floor}/`)))
      .filter((name) => {
        const [lib, floor, room, file] = name.split("/");
        const known = [...rooms, ...(besides[`${lib}/${floor}`] ?? [])];
        return file === undefined || !known.includes(String(room));
      });
    expect(astray).toEqual([]);
  });

  test("no two rooms import each other, directly or through others", () => {
    const arrows = new Map<string, Set<string>>();
    for (const { name, imports } of files) {
      if (name.startsWith("app/")) continue;
      const from = roomOf(name);
      const to = arrows.get(from) ?? new Set();
      for (const target of inHouse(imports)) to.add(roomOf(target.slice(2)));
      to.delete(from);
      arrows.set(from, to);
    }
    const reach = (from: string, seen: Set<string>): Set<string> => {
      for (const to of arrows.get(from) ?? []) if (!seen.has(to)) reach(to, seen.add(to));
      return seen;
    };
    const round = [...arrows.keys()].filter((room) => reach(room, new Set()).has(room));
    expect(arrows.size).toBeGreaterThan(40);
    expect(round).toEqual([]);
  });

  test("commands of different rooms share code only through lib/commands/shared", () => {
    const broken = files
      .filter(({ name }) => name.startsWith("lib/commands/"))
      .flatMap(({ name, imports }) =>
        imports
          .filter((target) => target.startsWith("@/lib/commands/"))
          .filter((target) => !liesIn(target, [roomOf(name), "lib/commands/shared"]))
          .map((target) => `${name} may not import ${target}`),
      );
    expect(broken).toEqual([]);
  });

  test("public queries import no query of the office", () => {
    const leaning = files
      .filter(({ name }) => name.startsWith("lib/queries/public/"))
      .flatMap(({ name, imports }) =>
        imports
          .filter((target) => target.startsWith("@/lib/queries/"))
          .filter((target) => !liesIn(target, ["lib/queries/public"]))
          .map((target) => `${name} may not import ${target}`),
      );
    expect(leaning).toEqual([]);
  });

  test("imports use paths from the root and never parent folders", () => {
    const upwards = files.flatMap(({ name, imports }) =>
      imports
        .filter((target) => target.startsWith("../") && !target.includes("/messages/"))
        .map((target) => `${name} imports ${target}`),
    );
    expect(upwards).toEqual([]);
  });

  test("each package is imported only in its own layer", () => {
    const astray = files.flatMap(({ name, imports }) =>
      owned.flatMap(([pkg, home]) =>
        imports
          .filter((target) => pkg.test(target) && !home.test(name))
          .map((target) => `${name} may not import ${target}`),
      ),
    );
    expect(astray).toEqual([]);
  });

  test("only one room imports private parts of Next", () => {
    // tests/unit/leaning-on-next.test.ts tests what lib/site/next needs from Next.
    const leaning = ["app", "components", "lib", "messages", "scripts"]
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`),
      )
      .concat("server.mjs", "proxy.ts", "instrumentation.ts", "next.config.js")
      .filter((name) => /\.(?:tsx?|m?js)$/u.test(name) && !name.includes("/generated/"))
      .filter((name) => readFileSync(name, "utf8").includes("next/dist/"));
    expect(leaning).toEqual(["lib/site/next/page-cache.mjs"]);
  });

  test("lib/domain is pure: it imports itself, zod, big.js and types of messages, and never reads the clock", () => {
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

  test("public pages and open data read published editions only, and do not know who is signed in", () => {
    const leaking = files
      .filter(({ name }) =>
        /^app\/(\(public\)|\(embed\)|api\/v1|link-pictures|sitemap[^/]*)\//u.test(name),
      )
      .flatMap(({ name, imports }) =>
        inHouse(imports)
          .filter((target) => !target.startsWith("@/messages/") && !liesIn(target, openToVisitors))
          .map((target) => `${name} may not import ${target}`),
      );
    expect(leaking).toEqual([]);
  });

  test("public queries read no table with drafts or people", () => {
    const leaking = files
      .filter(({ name }) => name.startsWith("lib/queries/public/"))
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
      .filter(({ name }) => /^lib\/queries\/(?!public\/|shared\/|sign-in\/)/u.test(name))
      .flatMap(({ name, source }) =>
        [...source.matchAll(/^export (?:async )?function (?!parse|to)(\w+)\(\s*([^,)]*)/gmu)]
          .filter((match) => !/^reader: SignedIn/u.test(String(match[2])))
          .map((match) => `${name}: ${match[1]} does not take a reader first`),
      );
    expect(open).toEqual([]);
  });

  test("client code imports only lib/domain from lib", () => {
    const broken = files
      .filter(({ source }) => isClient(source))
      .flatMap(({ name, imports }) =>
        imports
          .filter((target) => /^@\/lib\/(?!domain\/)/u.test(target))
          .map((target) => `${name} imports ${target}`),
      );
    expect(broken).toEqual([]);
  });

  test("no client code imports schemas, so zod stays on the server", () => {
    const byName = new Map(files.map((file) => [file.name.replace(/\.tsx?$/u, ""), file]));
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

  test("server actions are in actions.ts and are commands only", () => {
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

  test("routes of the office are commands or reads of a signed-in reader", () => {
    const ways =
      /^export const (GET = (reader|file)Route\(|POST = (command|longCommand|notifying|sheet|reread)Route\(|\w+ = answerUpload;)/u;
    const broken = files
      .filter(({ name }) => /^app\/api\/office\//u.test(name))
      .flatMap(({ name, source }) =>
        [...source.matchAll(/^export .*/gmu)]
          .filter(([line]) => !ways.test(line))
          .map(([line]) => `${name}: "${line}" is neither`),
      );
    expect(broken).toEqual([]);
  });

  test("every office page requires a signed-in reader", () => {
    const open = files
      .filter(({ name }) => /^app\/\(office\)\/office\/.*page\.tsx$/u.test(name))
      .filter(({ source }) => !source.includes("requireSignedIn("))
      .map(({ name }) => name);
    expect(open).toEqual([]);
  });

  test("only lib/domain/people compares roles", () => {
    const comparing = files
      .filter(({ name }) => !/^lib\/(domain\/people|db|commands|queries\/shared)\//u.test(name))
      .filter(({ source }) => /\.role\s*[=!]==/u.test(source))
      .map(({ name }) => name);
    expect(comparing).toEqual([]);
  });

  test("every file of lib outside lib/domain imports server-only", () => {
    const unmarked = files
      .filter(({ name }) => /^lib\/(?!domain\/|settings\/)/u.test(name))
      .filter(({ source }) => !source.includes('import "server-only"'))
      .map(({ name }) => name);
    expect(unmarked).toEqual([]);
  });
});
