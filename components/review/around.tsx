"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

/**
 * Shows links to the previous and next submission of the queue. Alt with J and K follow them; single letters are not
 * used, because somebody may type them or say them to their device.
 */
export function Around({
  previous,
  next,
  queue,
}: {
  /** Addresses; null at the ends of the queue. */
  previous: string | null;
  next: string | null;
  queue: string;
}) {
  const t = useTranslations("review.around");
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    function follow(event: KeyboardEvent) {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // The key is identified by its position, because on a Mac Alt changes its letter.
      const link = nav.current?.querySelector<HTMLElement>(`[data-code="${event.code}"]`);
      if (!link) return;
      event.preventDefault();
      link.click();
    }
    document.addEventListener("keydown", follow);
    return () => document.removeEventListener("keydown", follow);
  }, []);
  const link = "inline-flex min-h-11 items-center gap-2";
  return (
    <nav ref={nav} aria-label={t("label")} className="flex flex-wrap gap-x-6 print:hidden">
      {previous && (
        <a href={previous} data-code="KeyK" aria-keyshortcuts="Alt+K" className={link}>
          <span aria-hidden="true">←</span> {t("previous")}
        </a>
      )}
      {next && (
        <a href={next} data-code="KeyJ" aria-keyshortcuts="Alt+J" className={link}>
          {t("next")} <span aria-hidden="true">→</span>
        </a>
      )}
      <a href={queue} className={link}>
        {t("queue")}
      </a>
      {(previous || next) && <p className="w-full text-muted text-small">{t("keys")}</p>}
    </nav>
  );
}
