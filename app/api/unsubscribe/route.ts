import { unsubscribe } from "@/lib/commands/notification/unsubscribe";
import { readUnsubscribeToken } from "@/lib/mail/unsubscribe";

/**
 * Switches off the mails of the person in the signed token. Mail programs call it with one click (RFC 8058) and without
 * a cookie; the form of /unsubscribe calls it too, and returns to its page.
 */
export async function POST(request: Request): Promise<Response> {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const holder = readUnsubscribeToken(token);
  const result = holder && (await unsubscribe(holder, { personId: holder.personId }));
  if (!result?.ok) return new Response(null, { status: 404 });
  const form = await request.formData().catch(() => new FormData());
  if (form.get("from") !== "page") return new Response(null, { status: 204 });
  return new Response(null, { status: 303, headers: { location: "/unsubscribe?done=1" } });
}
