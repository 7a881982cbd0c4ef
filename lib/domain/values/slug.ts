/** Returns whether this can be the slug of a city, a project or a term; what cannot be is not looked for. */
export function isSlug(text: string): boolean {
  return text.length <= 200 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text);
}
