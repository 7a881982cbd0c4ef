import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { endSession, signIn, TooManyAttempts } from "@/lib/db/sessions/sessions";
import { isOnThisSite } from "@/lib/domain/site/same-site";
import { env } from "@/lib/settings/env";
import { readDevice, signDevice } from "@/lib/web/device";

/** The cookie of the requesting device (lib/web/device.ts): its value, and how to set another. */
type DeviceJar = { cookie: string | undefined; keep: (cookie: string) => void };

/**
 * The configuration of next-auth: e-mail and password, and a cookie that holds only the id of a session row. Identity
 * and permissions are read from that row on every request (session.ts), so a session ends with its row.
 */
export function authOptions(
  jar: DeviceJar = { cookie: undefined, keep: () => {} },
): NextAuthOptions {
  const { NEXTAUTH_SECRET, NEXTAUTH_URL } = env();
  return {
    secret: NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: 7 * 24 * 60 * 60 },
    pages: { signIn: "/sign-in", signOut: "/office", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const now = new Date();
          const device = readDevice(jar.cookie, now);
          const signedIn = await signIn(
            {
              email: String(credentials?.email ?? ""),
              password: String(credentials?.password ?? ""),
              clientAddress: String(request.headers?.["x-client-address"] ?? "unknown"),
              device,
            },
            now,
          ).catch(throwAsCode);
          if (!signedIn) return null;
          jar.keep(signDevice(signedIn.personId, device, now));
          return { id: signedIn.sessionId };
        },
      }),
    ],
    callbacks: {
      // The session's id is the whole token: nothing in a cookie is trusted about a person.
      jwt: ({ token, user }) => ({ sub: user?.id ?? token.sub ?? "" }),
      session: ({ session, token }) => ({ ...session, sessionId: token.sub }),
      redirect: ({ url, baseUrl }) => {
        const path = url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url;
        return isOnThisSite(path) ? `${NEXTAUTH_URL}${path}` : `${NEXTAUTH_URL}/office`;
      },
    },
    events: {
      async signOut({ token }) {
        if (token?.sub) await endSession(token.sub, new Date());
      },
    },
  };
}

/**
 * next-auth puts the message of an error thrown by `authorize` into an address: a code and a number may stand there, a
 * database error may not. components/people/sign-in-form.tsx reads the code.
 */
function throwAsCode(error: unknown): never {
  if (error instanceof TooManyAttempts) throw new Error(`too_many_tries:${error.seconds}`);
  console.error(error);
  throw new Error("unavailable");
}
