// A mail server for tests that stores each mail as a file, and refuses mail for refused.example.
import { once } from "node:events";
import { createWriteStream, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";

/** Starts the server on a free port. Returns its address and a function that ends it. */
export async function openMailServer(directory) {
  mkdirSync(directory, { recursive: true });
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      const isRefused = address.endsWith("@refused.example");
      done(isRefused ? Object.assign(new Error("No such mailbox"), { responseCode: 550 }) : null);
    },
    onData(stream, { envelope }, done) {
      const to = envelope.rcptTo.map(({ address }) => address).join(",");
      const path = join(directory, `${count++} ${to}`);
      const file = stream.pipe(createWriteStream(`${path}.part`));
      // A file gets this name when it is complete.
      file.on("finish", () => {
        renameSync(`${path}.part`, `${path}.eml`);
        done();
      });
    },
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `smtp://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
