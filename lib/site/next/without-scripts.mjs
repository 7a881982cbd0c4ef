const scripts = /<script\b(?![^>]*\btype="application\/ld\+json")[^>]*>[\s\S]*?<\/script>/g;
const scriptLinks = /<link\b(?=[^>]*\bas="script")[^>]*>/g;

/**
 * Returns the page without scripts and without links that preload them. Data for search engines (JSON-LD) stays. It is
 * correct only for output of React, which writes attributes in double quotes and escapes "<" in text and values.
 *
 * @param {string} html
 */
export function withoutScripts(html) {
  return html.replace(scripts, "").replace(scriptLinks, "");
}
