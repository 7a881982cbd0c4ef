import "server-only";
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { findChromium } from "@/lib/reports/chromium";
import { env } from "@/lib/settings/env";

/** A page that takes longer than this is not printed. */
const timeoutMs = 90_000;

/** The end of the queue of prints: one at a time, because a browser takes much memory. */
let line: Promise<unknown> = Promise.resolve();

/**
 * Prints a public page of this server as PDF into a file. The browser gets the page with its styles as one file,
 * without script and without network; its links lead to the address of this installation. Throws when it takes too
 * long.
 */
export function printPage(path: string, target: string, folder: string): Promise<void> {
  const printed = line.then(async () => {
    // The paths are absolute, because Chromium ignores a path that it does not find without an error.
    const source = resolve(folder, "page.html");
    await writeFile(source, await wholePage(path));
    await runChromium(pathToFileURL(source).href, resolve(target), resolve(folder));
  });
  line = printed.catch(() => {});
  return printed;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Returns the page with its styles inside and absolute links. */
async function wholePage(path: string): Promise<string> {
  const { HOST, PORT, NEXTAUTH_URL } = env();
  const isAnyAddress = !HOST || ["0.0.0.0", "::"].includes(HOST);
  const server = `http://${isAnyAddress ? "127.0.0.1" : HOST}:${PORT}`;
  const read = async (address: string) => {
    const answer = await fetch(new URL(address, server), {
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
    return answer.text();
  };
  const html = await read(path);
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"[^>]*>/g)];
  const styles = await Promise.all(sheets.map(([, address = ""]) => read(address)));
  return (
    html
      .replaceAll(/<link rel="(?:stylesheet|preload)"[^>]*>/g, "")
      // Chromium prints with a script of its own, so the policy forbids script to the page only.
      .replace(
        "<head>",
        () => `<head><meta http-equiv="content-security-policy" content="${policy}">`,
      )
      .replace("</head>", () => `<style>${styles.join("\n")}</style></head>`)
      .replaceAll('href="/', `href="${new URL(NEXTAUTH_URL).origin}/`)
  );
}

function runChromium(source: string, target: string, folder: string): Promise<void> {
  const chromium = findChromium();
  if (chromium === null) throw new Error("There is no Chromium to print with");
  const child = spawn(
    chromium,
    [
      "--headless",
      "--disable-gpu",
      "--disable-extensions",
      "--disable-dev-shm-usage",
      "--no-first-run",
      "--renderer-process-limit=1",
      "--js-flags=--max-old-space-size=128",
      "--host-resolver-rules=MAP * ~NOTFOUND",
      "--no-pdf-header-footer",
      "--generate-pdf-document-outline",
      `--user-data-dir=${join(folder, "profile")}`,
      // Chromium refuses its sandbox to root. It opens only our own page, without script.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      `--print-to-pdf=${target}`,
      source,
    ],
    {
      stdio: "ignore",
      detached: true,
      env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env["PATH"], HOME: folder },
    },
  );
  return new Promise((done, reject) => {
    const end = (error?: Error) => {
      clearTimeout(timer);
      if (error) reject(error);
      else done();
    };
    const timer = setTimeout(() => {
      // Ends the process group, which includes the processes that it started.
      if (child.pid) process.kill(-child.pid, "SIGKILL");
      end(new Error(`Printing took longer than ${timeoutMs / 1000} seconds`));
    }, timeoutMs);
    child.once("error", end);
    child.once("exit", (code) =>
      end(code === 0 ? undefined : new Error(`Chromium ended with ${code}`)),
    );
  });
}
