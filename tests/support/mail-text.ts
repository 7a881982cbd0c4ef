/** A mail as people read it: long headers and lines made whole again, and the letters of its text (quoted-printable). */
export function readMail(raw: string): string {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const body = rest
    .join("\r\n\r\n")
    .replaceAll("=\r\n", "")
    .replaceAll(/(?:=[0-9A-F]{2})+/gu, (bytes) =>
      Buffer.from(bytes.replaceAll("=", ""), "hex").toString("utf8"),
    );
  return `${head.replaceAll(/\r\n[ \t]+/gu, " ")}\r\n\r\n${body}`;
}
