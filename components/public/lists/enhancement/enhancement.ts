import { keepChoices } from "@/components/public/lists/enhancement/choices";
import { part } from "@/components/public/lists/enhancement/part";

// Updates the list of projects in place: it fetches the address to which the form or a link leads, and replaces the
// results. When anything fails, the browser opens that address itself. It is the only script of public pages;
// scripts/setup/bundle-list.mjs bundles it into one file.

/** The ids of links to the same list in another language or on another day. */
const linkIds = ["other-languages", "as-of-banner", "translation-note", "other-days"];

const choices = keepChoices();
let last = 0;

async function show(address: string, isNew: boolean, ...ids: string[]) {
  const turn = ++last;
  part("list-results")?.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn !== last) return;
    const wasOpen = part("list-columns")?.hasAttribute("open");
    exchange("list-status", page, (before, after) => {
      before.textContent = after.textContent;
    });
    for (const id of [...ids, ...linkIds.filter((id) => part(id, page))]) {
      exchange(id, page, (before, after) => before.replaceWith(document.adoptNode(after)));
    }
    part("list-columns")?.toggleAttribute("open", wasOpen);
    if (isNew) history.pushState(null, "", address);
    choices.takeOver();
  } catch {
    if (turn === last) location.assign(address);
  }
}

/** Throws when either page lacks the part: then it is not this list. */
function exchange(
  id: string,
  page: Document,
  how: (before: HTMLElement, after: HTMLElement) => void,
) {
  const before = part(id);
  const after = part(id, page);
  if (!before || !after) throw new Error(`No ${id}`);
  how(before, after);
}

function ask(form: HTMLFormElement) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim()) query.append(name, value);
  }
  // The form keeps what is being typed; only its text about the results is replaced.
  show(`${form.action}?${query}`, true, "list-results", "list-clear");
}

document.addEventListener("submit", (event) => {
  if (!(event.target instanceof HTMLFormElement) || event.target.id !== "list-form") return;
  event.preventDefault();
  ask(event.target);
});

document.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLSelectElement && target.form?.id === "list-form") ask(target.form);
  if (!(target instanceof HTMLInputElement) || target.type !== "checkbox") return;
  if (target.closest("#list-columns")) choices.showColumn(target.value, target.checked);
  else if (target.closest("#list-results")) choices.selectRow(target.value, target.checked);
});

document.addEventListener("click", async (event) => {
  const link =
    event.target instanceof Element &&
    event.target.closest<HTMLAnchorElement>("#list-results a[href]");
  if (!link || link.pathname !== location.pathname) return;
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  await show(link.href, true, "list-results", "list-form");
  part("list-status")?.focus();
});

addEventListener("popstate", () => show(location.href, false, "list-results", "list-form"));

choices.takeOver();
