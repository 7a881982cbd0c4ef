import { listScriptName, listScriptText } from "@/lib/site/list-script.mjs";

/** Answers with the script of the list of projects, at the address that its page names. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const { name } = await params;
  if (name !== listScriptName) return new Response(null, { status: 404 });
  return new Response(listScriptText, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
