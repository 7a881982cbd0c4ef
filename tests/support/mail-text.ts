/**
 * Returns a mail as people read it: with long headers and lines joined, and its text decoded from quoted-printable or
 * base64.
 */
export function readMail(raw: string): string {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const sent = rest.join("\r\n\r\n");
  const isBase64 = /^Content-Transfer-Encoding: base64$/imu.test(head);
  const body = isBase64 ? Buffer.from(sent, "base64").toString("utf8") : toLetters(sent);
  return `${head.replaceAll(/\r\n[ \t]+/gu, " ")}\r\n\r\n${body}`;
}

function toLetters(sent: string) {
  return sent
    .replaceAll("=\r\n", "")
    .replaceAll(/(?:=[0-9A-F]{2})+/gu, (bytes) =>
      Buffer.from(bytes.replaceAll("=", ""), "hex").toString("utf8"),
    );
}
