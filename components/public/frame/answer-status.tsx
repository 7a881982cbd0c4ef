/**
 * Marks a page with an HTTP status other than 200, or as one that is rendered for each request. A cached page has no
 * other way to set its status; lib/site/next/page-cache.mjs removes the mark, answers with the status and does not
 * cache the page.
 */
export function AnswerStatus({ status }: { status: 200 | 400 | 404 | 500 }) {
  return <meta name="answer-status" content={String(status)} />;
}
