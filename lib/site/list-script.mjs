import { createHash } from "node:crypto";
import { text } from "./generated/list-script.mjs";

/** The element with which a page asks for the script; lib/site/next/page-cache.mjs replaces it. */
export const scriptMark = '<meta name="list-enhancement"/>';

/** The script is made from components/public/lists/enhancement/enhancement.ts. */
export const listScriptText = text;

const hash = createHash("sha256").update(text).digest("base64");

/** The name holds a hash of the script, so that browsers can cache it for good. */
export const listScriptName = `${hash.replaceAll(/\W/g, "").slice(0, 12)}.js`;

/** The script element. It is the only script that a public page may run: the policy allows its hash alone. */
export const listScript = `<script defer src="/assets/${listScriptName}" integrity="sha256-${hash}"></script>`;

/** The source expression that allows it in a content security policy. */
export const listScriptHash = `'sha256-${hash}'`;
