import { createHash } from "node:crypto";
import { text } from "./generated/list-script.mjs";

/** Where a page asks for the script; lib/site/next/page-cache.mjs puts it there. */
export const scriptMark = '<meta name="list-enhancement"/>';

/** What the script does is in components/public/lists/enhancement/enhancement.ts. */
export const listScriptText = text;

const hash = createHash("sha256").update(text).digest("base64");

/** Its address says what it is, so that a browser asks for it once. */
export const listScriptName = `${hash.replaceAll(/\W/g, "").slice(0, 12)}.js`;

/** The script as a page holds it. It is the only one that a public page may run: no other has its hash. */
export const listScript = `<script defer src="/assets/${listScriptName}" integrity="sha256-${hash}"></script>`;

/** What a content security policy allows it by. */
export const listScriptHash = `'sha256-${hash}'`;
