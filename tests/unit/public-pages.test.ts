import { readdirSync, readFileSync } from "node:fs";
import { NextRequest } from "next/server";
import { describe, expect, test } from "vitest";
import { readFirstPart } from "@/lib/site/inner-path.mjs";
import {
  languagePattern,
  pageAt,
  pathsOfPeople,
  publicPages,
  toSources,
} from "@/lib/site/pages.mjs";
import { config, proxy } from "@/proxy";

/** Pages that have no public address: an `asOf` leads to them when its page cannot be read as of that day. */
const inner = ["/no-such-day", "/without-days/[...path]"];

/** Returns where the proxy sends an address: its path and query, or null when it stays. */
function ledTo(address: string): { how: "rewrite" | "redirect"; path: string } | null {
  const { headers } = proxy(new NextRequest(`http://tests.example${address}`));
  const rewrite = headers.get("x-middleware-rewrite");
  const to = rewrite ?? headers.get("location");
  if (!to) return null;
  const { pathname, search } = new URL(to);
  return { how: rewrite ? "rewrite" : "redirect", path: `${pathname}${search}` };
}

/** Returns what a page receives for an address: the decoded first part of its path, and the rest. */
function read(address: string) {
  const [, first = "", ...rest] =
    (ledTo(address)?.path ?? address).split("?", 1)[0]?.split("/") ?? [];
  return { ...readFirstPart(first), path: rest.map((part) => `/${part}`).join("") };
}

describe("the table of public pages", () => {
  test("has every page of app/(public), and no other", () => {
    const files = readdirSync("app/(public)/[locale]", { recursive: true })
      .map((file) => `/${file}`)
      .filter((file) => file.endsWith("/page.tsx"))
      .map((file) => file.slice(0, -"/page.tsx".length));
    expect(files.toSorted()).toEqual([...publicPages.map(({ path }) => path), ...inner].toSorted());
  });

  test("matches the literal matcher of proxy.ts", () => {
    const lists = publicPages.filter(({ parameters }) => parameters);
    expect(config.matcher).toEqual([
      ...pathsOfPeople.map((path) => (path === "office" ? "/office/:path*" : `/${path}`)),
      ...toSources(lists),
      { source: `/:locale(${languagePattern})/:path*`, has: [{ type: "query", key: "asOf" }] },
      "/:inner([a-z]{2,3}~[^/]*)/:path*",
    ]);
  });

  test("has the same pattern of languages as nginx, and no other file writes it", () => {
    const nginx = readFileSync("deploy/nginx.conf", "utf8");
    // nginx accepts no braces in an unquoted pattern.
    const ofNginx = languagePattern.replace("[a-z]{2}", "[a-z][a-z]");
    expect(nginx).toContain(`location ~ ^/(?:${ofNginx})(?:/|$) {`);

    const writing = ["app", "components", "lib", "scripts", "tests"]
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`),
      )
      .concat("next.config.js", "server.mjs")
      .filter((name) => /\.(?:tsx?|m?js)$/u.test(name) && !name.includes("/generated/"))
      .filter((name) => readFileSync(name, "utf8").includes(languagePattern));
    expect(writing).toEqual([]);
  });

  test("finds the page of a path: a fixed name takes precedence over a parameter", () => {
    expect(pageAt("")?.path).toBe("");
    expect(pageAt("/cities/phuket/changes")?.path).toBe("/cities/[city]/changes");
    expect(pageAt("/reports/2025/1")?.path).toBe("/reports/[slug]/[number]");
    expect(pageAt("/reports/2025/1/print")?.path).toBe("/reports/[slug]/[number]/print");
    expect(pageAt("/cities/phuket/nothing")).toBeNull();
    expect(pageAt("/no-such-day")).toBeNull();
  });
});

describe("an address with a query", () => {
  test.each<[string, string, Record<string, string>]>([
    ["/en?asOf=2024-09-25", "", { asOf: "2024-09-25" }],
    ["/km/cities/phuket?asOf=2024-09-25&q=x", "/cities/phuket", { asOf: "2024-09-25" }],
    ["/en/projects?stage=ongoing&utm_source=x", "/projects", { stage: "ongoing" }],
    ["/en/projects?q=+bus+stop+", "/projects", { q: "bus stop" }],
    [
      "/en/compare?city=phuket&city=&city=ha-noi&asOf=2024-09-25",
      "/compare",
      { city: "phuket,ha-noi", asOf: "2024-09-25" },
    ],
    ["/en/partners?cursor=WyJBIl0", "/partners", { cursor: "WyJBIl0" }],
    ["/en/feedback?about=%2F&asOf=2024-09-25", "/feedback", { about: "/" }],
    ["/en/reports/2025?asOf=2024-09-25", "/without-days/reports/2025", { asOf: "2024-09-25" }],
    ["/en/none/here?asOf=2024-09-25", "/without-days/none/here", { asOf: "2024-09-25" }],
    ["/en/cities?asOf=yesterday", "/no-such-day", {}],
    ["/en/projects?asOf=2024-02-30", "/no-such-day", {}],
  ])("%s is the page %s that is asked for %o", (address, path, query) => {
    expect(read(address)).toEqual({ locale: address.slice(1, 3), path, query });
  });

  test("stays unchanged when its page knows no parameter of it", () => {
    for (const address of ["/en/projects", "/en/projects?utm_source=x", "/en/partners?cursor="])
      expect([address, ledTo(address)?.how]).toEqual([address, undefined]);
  });

  test("is the only public form: an inner path redirects to it", () => {
    for (const address of [
      "/en/cities/phuket?asOf=2024-09-25",
      "/en/projects?q=bus+stop&asOf=2024-09-25",
      "/en/reports/2025?asOf=2024-09-25",
    ]) {
      const kept = String(ledTo(address)?.path).split("?")[0];
      expect(ledTo(String(kept))).toEqual({ how: "redirect", path: address });
    }
  });
});
