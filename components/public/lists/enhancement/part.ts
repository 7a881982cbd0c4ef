/** Returns a part of the list by its id, from the open page or a fetched one. */
export function part(id: string, page: Document = document): HTMLElement | null {
  return page.getElementById(id);
}
