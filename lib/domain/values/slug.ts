/** Returns true when a text can be the slug of a city, a project or a term. Other texts are not looked up. */
export function isSlug(text: string): boolean {
  return text.length <= 200 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text);
}
