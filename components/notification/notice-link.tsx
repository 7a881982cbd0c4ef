"use client";
import { sendJson } from "@/components/forms/ask";

/** Shows a link to what a notice is about; following it marks the notice as read. */
export function NoticeLink({
  personId,
  noticeId,
  href,
  isRead,
  children,
}: {
  personId: string;
  noticeId: string;
  href: string;
  isRead: boolean;
  children: React.ReactNode;
}) {
  return (
    <a
      href={href}
      onClick={() => {
        // If this fails, the notice stays unread and can be marked with its button.
        if (!isRead) void sendJson("/api/office/notices/read", { personId, noticeId });
      }}
      className={`inline-block py-2 ${isRead ? "" : "font-semibold"}`}
    >
      {children}
    </a>
  );
}
