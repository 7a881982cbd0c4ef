/** Returns a part of the list by its id: of the page that is open, or of one that was fetched. */
export function part(id: string, page: Document = document): HTMLElement | null {
  return page.getElementById(id);
}
