"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { type Action, ask } from "@/components/forms/ask";
import { CommentForm } from "@/components/record/desk/comment-form";
import { Moment } from "@/components/ui/moment";

type Comment = { id: string; text: string; at: Date; byName: string; mentionedNames: string[] };

export type DiscussionActions = { comment: Action<null>; read: Action<null> };

/**
 * Shows the discussion of a draft by its city's own people. It is folded to the number of comments; it is open on a
 * wide screen and for somebody who was mentioned.
 */
export function Discussion({
  recordId,
  personId,
  discussion: { comments, people, isMentioned },
  timeZone,
  actions,
}: {
  recordId: string;
  personId: string;
  discussion: { comments: Comment[]; people: { id: string; name: string }[]; isMentioned: boolean };
  timeZone: string;
  actions: DiscussionActions;
}) {
  const t = useTranslations("discussion");
  const locale = useLocale();
  const panel = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const isAskedFor = window.location.hash === "#discussion";
    const hasRoom = window.matchMedia("(min-width: 64rem)").matches;
    if (panel.current && (isAskedFor || hasRoom)) panel.current.open = true;
    if (isAskedFor) panel.current?.scrollIntoView();
  }, []);
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (!isMentioned || !panel.current || !notice.current) return;
    panel.current.open = true;
    // A new comment arrives on an open page by itself; it counts as read when it is in view, not when it arrives.
    const sight = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      sight.disconnect();
      // If this fails, the mention stays unread, and the next visit marks it.
      void ask(actions.read, { recordId, personId });
    });
    sight.observe(notice.current);
    return () => sight.disconnect();
  }, [isMentioned, actions.read, recordId, personId]);
  return (
    <details ref={panel} id="discussion" className="scroll-mt-4 border-line border-t pt-2">
      <summary className="min-h-11 cursor-pointer py-2">
        <h2 className="inline font-bold text-h3">
          {comments.length === 0 ? t("title") : t("titleCount", { count: comments.length })}
        </h2>
      </summary>
      <div className="flex flex-col gap-4 pt-2">
        <p className="text-muted text-small">{t("hint")}</p>
        {isMentioned && (
          <p ref={notice} className="font-semibold">
            {t("mentioned")}
          </p>
        )}
        {comments.length === 0 && <p>{t("empty")}</p>}
        <ol className="flex flex-col gap-4">
          {comments.map(({ id, text, at, byName, mentionedNames }) => (
            <li key={id} className="border-line border-l-2 pl-3">
              <p className="text-small">
                <span className="font-semibold">{byName}</span>
                <span className="text-muted">
                  {", "}
                  <Moment at={at} timeZone={timeZone} locale={locale} />
                </span>
              </p>
              {mentionedNames.length > 0 && (
                <p className="text-muted text-small">
                  {t("told", { names: new Intl.ListFormat(locale).format(mentionedNames) })}
                </p>
              )}
              <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</p>
            </li>
          ))}
        </ol>
        <CommentForm recordId={recordId} people={people} action={actions.comment} />
      </div>
    </details>
  );
}
