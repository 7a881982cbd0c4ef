import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** The mails that one mail server received. */
type Handed = { to: string[]; text: string };

const handed: Handed[] = [];
let isRefusing = false;
let server: SMTPServer;

beforeEach(async () => {
  handed.length = 0;
  isRefusing = false;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (isRefusing) return done(new Error("The mailbox is full"));
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        handed.push({ to, text: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
});

/**
 * Returns the mailer of an installation with this mail server. Settings are read once, so each mailer loads its modules
 * again.
 */
async function mailerWith(smtpUrl: string) {
  vi.resetModules();
  vi.stubEnv("SMTP_URL", smtpUrl);
  vi.stubEnv("MAIL_FROM", "City action plans <plans@tracker.example>");
  vi.stubEnv("NEXTAUTH_URL", "https://tracker.example");
  return import("@/lib/mail/mail");
}

function address() {
  const { port } = server.server.address() as AddressInfo;
  return `smtp://127.0.0.1:${port}`;
}

const person = { email: "somebody@city.example", token: "a-token_of-43-characters" };
const link = `https://tracker.example/set-password?token=${person.token}`;

test("a link is mailed only to its person, and leads to our own address", async () => {
  const { handOverLink } = await mailerWith(address());

  const handedOver = await handOverLink(person);

  expect(handedOver).toEqual({ how: "mailed", email: person.email });
  expect(handed).toHaveLength(1);
  expect(handed[0]?.to).toEqual([person.email]);
  expect(unwrapped(handed[0]?.text)).toContain(link);
  expect(handed[0]?.text).toContain("From: City action plans <plans@tracker.example>");
});

test("an address that could be read as several gets no mail", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const { handOverLink } = await mailerWith(address());
  const email = "a@city.example,b@elsewhere.example";

  expect(await handOverLink({ ...person, email })).toEqual({ how: "mail_failed", email, link });

  expect(handed).toEqual([]);
  logged.mockRestore();
});

test("without a mail server the link is returned", async () => {
  const { handOverLink } = await mailerWith("");

  expect(await handOverLink(person)).toEqual({ how: "shown", email: person.email, link });
  expect(handed).toEqual([]);
});

test.each([
  ["refuses", () => address()],
  ["is not there", () => "smtp://127.0.0.1:9"],
])(
  "when the mail server %s, that is said, the link is handed back and not logged",
  async (_, url) => {
    isRefusing = true;
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const { handOverLink } = await mailerWith(url());

    expect(await handOverLink(person)).toEqual({ how: "mail_failed", email: person.email, link });

    expect(logged).toHaveBeenCalledOnce();
    expect(JSON.stringify(logged.mock.calls)).not.toMatch(/a-token|somebody@/u);
    logged.mockRestore();
  },
);

test("somebody who has an account needs no link, and gets no mail", async () => {
  const { handOverLink } = await mailerWith(address());

  const handedOver = await handOverLink({ ...person, token: null });

  expect(handedOver).toEqual({ how: "no_link_needed", email: person.email });
  expect(handed).toEqual([]);
});

/** Joins the wrapped lines of a mail (quoted-printable). */
function unwrapped(mail = "") {
  return mail.replaceAll("=\r\n", "").replaceAll("=3D", "=");
}
