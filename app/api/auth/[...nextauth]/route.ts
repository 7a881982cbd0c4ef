import { cookies } from "next/headers";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/web/auth-options";
import { deviceCookie } from "@/lib/web/device";

type Context = { params: Promise<{ nextauth: string[] }> };

// Settings are read at a request, not when the application is built.
async function handler(request: Request, context: Context) {
  const [step] = (await context.params).nextauth;
  // next-auth would let anybody write into the log here.
  if (step === "_log") return new Response(null, { status: 404 });
  const jar = await cookies();
  const { name, options } = deviceCookie();
  const device = {
    cookie: jar.get(name)?.value,
    keep: (cookie: string) => void jar.set(name, cookie, options),
  };
  const answer: Response = await NextAuth(authOptions(device))(request as never, context as never);
  // Signing out clears the browser's cache of the office, for shared computers. Unsaved text stays under its writer's
  // name (components/record/draft/unsaved-text.ts), so that they find it again.
  if (step === "signout" && request.method === "POST")
    answer.headers.set("clear-site-data", '"cache"');
  return answer;
}

export { handler as GET, handler as POST };
