import NextAuth from "next-auth";
import { authOptions } from "@/lib/web/auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

// Settings are read when somebody asks, not when the application is built.
async function handler(request: Request, context: Context) {
  const [step] = (await context.params).nextauth;
  // next-auth lets anybody write into the log there.
  if (step === "_log") return new Response(null, { status: 404 });
  return NextAuth(authOptions())(request as never, context as never);
}

export { handler as GET, handler as POST };
