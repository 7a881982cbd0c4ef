import { unsubscribe } from "@/lib/commands/notification/unsubscribe";
import { readUnsubscribeToken } from "@/lib/mail/unsubscribe";

/**
 * Stops notices by mail for whoever the signed token names: called by mail programs with one click (RFC 8058), which
 * send no cookie, and by the form of /unsubscribe, which comes back to its page.
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
