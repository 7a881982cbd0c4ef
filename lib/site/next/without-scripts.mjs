const scripts = /<script\b(?![^>]*\btype="application\/ld\+json")[^>]*>[\s\S]*?<\/script>/g;
const scriptLinks = /<link\b(?=[^>]*\bas="script")[^>]*>/g;

/**
 * Returns the page without its scripts and what loads them ahead. Data for search engines (JSON-LD) stays. Fit for what
 * React renders and for nothing else: React writes attributes in double quotes and escapes "<" in text and values.
 *
 * @param {string} html
 */
export function withoutScripts(html) {
  return html.replace(scripts, "").replace(scriptLinks, "");
}
