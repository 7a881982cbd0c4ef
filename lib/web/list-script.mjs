import { createHash } from "node:crypto";

/** Where a page asks for the script; lib/web/page-cache.mjs puts it there. */
export const scriptMark = '<meta name="list-in-place"/>';

/**
 * Updates a public list in place: what its form asks for, or one of its links leads to, is fetched from the very address
 * that a browser without script would go to, and takes the place of the results. Whatever goes wrong, the browser goes
 * there itself. Runs in the page as it stands here, as text: it may use nothing but the browser.
 */
function listInPlace() {
  const part = (id, page = document) => page.getElementById(id);
  let last = 0;

  const show = async (address, isNew, ...ids) => {
    const turn = ++last;
    part("list-results").setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (turn !== last) return;
      part("list-status").textContent = part("list-status", page).textContent;
      for (const id of ids) part(id).replaceWith(document.adoptNode(part(id, page)));
      if (isNew) history.pushState(null, "", address);
    } catch {
      if (turn === last) location.assign(address);
    }
  };

  const ask = (form) => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value.trim()) query.append(name, value);
    // What is being typed stays: of the form only what it says about its answer is taken.
    show(`${form.action}?${query}`, true, "list-results", "list-clear");
  };
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "list-form") return;
    event.preventDefault();
    ask(event.target);
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("#list-form select")) ask(event.target.form);
  });
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("#list-results a");
    if (!link || link.pathname !== location.pathname) return;
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    await show(link.href, true, "list-results", "list-form");
    part("list-status").focus();
  });
  addEventListener("popstate", () => show(location.href, false, "list-results", "list-form"));
}

const text = `addEventListener("DOMContentLoaded",${listInPlace})`;

/** The script as a page holds it. It is the only one that a public page may run: no other has its hash. */
export const listScript = `<script>${text}</script>`;

/** What a content security policy allows it by. */
export const listScriptHash = `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
