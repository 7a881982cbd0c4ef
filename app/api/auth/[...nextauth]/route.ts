import { cookies } from "next/headers";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/web/auth-options";
import { deviceCookie } from "@/lib/web/device";

type Context = { params: Promise<{ nextauth: string[] }> };

// Settings are read when somebody asks, not when the application is built.
async function handler(request: Request, context: Context) {
  const [step] = (await context.params).nextauth;
  // next-auth lets anybody write into the log there.
  if (step === "_log") return new Response(null, { status: 404 });
  const jar = await cookies();
  const { name, options } = deviceCookie();
  const device = {
    cookie: jar.get(name)?.value,
    keep: (cookie: string) => void jar.set(name, cookie, options),
  };
  const answer: Response = await NextAuth(authOptions(device))(request as never, context as never);
  // On a shared computer nothing of the office is left in the browser's cache. What somebody typed and the server does
  // not have yet stays, under their name (components/record/draft/unsaved-text.ts): they come back for it.
  if (step === "signout" && request.method === "POST")
    answer.headers.set("clear-site-data", '"cache"');
  return answer;
}

export { handler as GET, handler as POST };
