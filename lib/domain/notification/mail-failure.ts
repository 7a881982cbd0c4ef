/** Returns why a mail server refused a mail, from nodemailer's code or the reply code (RFC 5321). */
export function failureOf(
  code: string,
): "no_such_address" | "unreachable" | "not_let_in" | "not_now" | "other" {
  if (/^(EAUTH|ENOAUTH|EOAUTH2)\b/u.test(code) || / 53[05]$/u.test(code)) return "not_let_in";
  if (/^(ECONN|ESOCKET|ETIMEDOUT|EDNS|ETLS|EPROTOCOL)/u.test(code)) return "unreachable";
  if (/ 4\d\d$/u.test(code)) return "not_now";
  if (/^EENVELOPE 5\d\d$/u.test(code)) return "no_such_address";
  return "other";
}
