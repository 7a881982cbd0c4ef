/**
 * Says with which HTTP status a page answers, where that is not 200 or the page is made anew each time. A page that is
 * kept has no other way to say so; lib/site/next/page-cache.mjs takes this out, answers with the status and does not keep it.
 */
export function AnswerStatus({ status }: { status: 200 | 400 | 404 | 500 }) {
  return <meta name="answer-status" content={String(status)} />;
}
