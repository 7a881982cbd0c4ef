/**
 * Says with which HTTP status a page answers, where that is not 200. A page that is kept has no other way to say so;
 * lib/web/page-cache.mjs takes this out, answers with the status and does not keep the page.
 */
export function AnswerStatus({ status }: { status: 400 | 404 | 500 }) {
  return <meta name="answer-status" content={String(status)} />;
}
