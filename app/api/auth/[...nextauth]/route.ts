import NextAuth from "next-auth";
import { authOptions } from "@/lib/web/auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

// Settings are read when somebody asks, not when the application is built.
const handler = (request: Request, context: Context) =>
  NextAuth(authOptions())(request as never, context as never);

export { handler as GET, handler as POST };
