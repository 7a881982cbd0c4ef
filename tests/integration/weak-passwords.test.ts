import { beforeAll, expect, test } from "vitest";
import { changePassword } from "@/lib/commands/people/change-password";
import { setPassword } from "@/lib/commands/people/set-password";
import { database, inTransaction } from "@/lib/db/client";
import { makePasswordLink } from "@/lib/db/password-links";
import { hashPassword } from "@/lib/db/passwords";
import { findLinkHolder } from "@/lib/queries/sign-in/password-links";
import { words } from "@/messages/en";
import { type Cast, getCast } from "@/tests/support/cast";

let cast: Cast;

beforeAll(async () => {
  cast = await getCast();
});

/** Returns the result of setting this password for the editor of Phuket by a link. */
async function setByLink(password: string) {
  const { personId } = cast.editorOfPhuket;
  const token = await inTransaction((tx) => makePasswordLink(tx, personId, new Date()));
  const holder = await findLinkHolder(token, new Date());
  if (!holder) throw new Error("the link does not work");
  return setPassword(holder, { personId, password });
}

const refusedAs = (key: string) => ({
  ok: false,
  refusal: { code: "invalid", fields: { password: [{ key }] } },
});

test.each([
  ["iloveyouiloveyou", "password_simple"],
  ["phuketphuketphuket", "password_own"],
  ["Phuket2026Phuket!", "password_own"],
  ["correcthorsebatterystaple", "password_common"],
  ["letmeinletmein123", "password_simple"],
  ["administrator1234", "password_common"],
  ["editor.phuket@demo.example", "password_own"],
  ["Editor of PhuketEditor of Phuket", "password_own"],
  ["qazwsxedcrfvtgb", "password_common"],
  ["1qaz2wsx3edc4rfv", "password_common"],
  ["abcdefghijklmnop", "password_simple"],
  ["welcomewelcome12", "password_simple"],
  ["football12345678", "password_common"],
  ["summer2026summer2026", "password_simple"],
  ["aaaaaaaaaaaaaaaaaa", "password_simple"],
  ["passwordpassword", "password_simple"],
  ["12345 67890 12345", "password_common"],
  ["Smart-City-Network-2025", "password_own"],
  ["ASEAN-Thailand-2026", "password_own"],
  ["correct horse battery staple", "password_common"],
  ["qwertyuiopasdfghjkl", "password_common"],
])("%s is refused as %s, in words", async (password, key) => {
  expect(await setByLink(password)).toEqual(refusedAs(key));
  expect(Object.keys(words.errors.field)).toContain(key);
});

test.each([
  "boat lantern river pepper",
  "copper violin meadow thunder",
  "orbit-candle-fabric-hinge",
  "mangoladderwinterspoon",
  "Pencil Saddle Tornado Velvet",
  "phuket lantern violin pepper",
  "teh susu gula merah jahe",
  "ราตรีสวัสดิ์ค่ำคืนนี้",
  "the boats leave at dawn",
])("%s is taken", async (password) => {
  expect(await setByLink(password)).toMatchObject({ ok: true });
});

test("a password change is refused with the same reasons, and the present password stays", async () => {
  const { personId } = cast.editorOfPhuket;
  const current = "the present password";
  const passwordHash = await hashPassword(current);
  await database().person.update({ where: { id: personId }, data: { passwordHash } });

  const typed = { personId, current, password: "letmeinletmein123" };
  expect(await changePassword(cast.editorOfPhuket, typed)).toEqual(refusedAs("password_simple"));
  expect(await database().person.findUnique({ where: { id: personId } })).toMatchObject({
    passwordHash,
  });
});

test("a password that is designed to take long is checked quickly", async () => {
  const before = process.cpuUsage();
  await setByLink("4@3€1!0$7+".repeat(25));
  // The limit is processor time, which does not depend on how busy the machine is.
  expect(process.cpuUsage(before).user).toBeLessThan(3_000_000);
});
