import { expect, test } from "vitest";
import { failureOf } from "@/lib/domain/notification/mail-failure";

test.each([
  ["EENVELOPE 550", "no_such_address"],
  ["EENVELOPE 450", "not_now"],
  ["EMESSAGE 421", "not_now"],
  ["ECONNREFUSED", "unreachable"],
  ["ECONNECTION", "unreachable"],
  ["ESOCKET", "unreachable"],
  ["ETIMEDOUT", "unreachable"],
  ["EDNS", "unreachable"],
  ["EAUTH 535", "not_let_in"],
  ["EENVELOPE 530", "not_let_in"],
  ["EMESSAGE 554", "other"],
  ["unknown", "other"],
])("what the code %s means to an administrator: %s", (code, expected) => {
  expect(failureOf(code)).toBe(expected);
});
