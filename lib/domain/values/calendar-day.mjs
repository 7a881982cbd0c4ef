const shape = /^\d{4}-\d{2}-\d{2}$/u;

/**
 * Returns true when a text is a calendar day that exists, from 1900 to 2199. This is plain JavaScript, because the server
 * reads it before anything is compiled.
 *
 * @param {string} text "2024-09-25"
 */
export function isDay(text) {
  if (!shape.test(text) || text < "1900-01-01" || text > "2199-12-31") return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}
