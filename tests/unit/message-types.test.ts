import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import type { Words } from "@/lib/domain/language/messages";
import { words } from "@/messages/en/index";

/** Contains calls that must not compile. When one of them compiles, its `@ts-expect-error` fails the type check. */
function refused(t: Words, stage: "planning" | "unheard of") {
  // @ts-expect-error English lacks it
  t("public.projects.nothing");
  // @ts-expect-error it is no message but holds some
  t("public.projects");
  // @ts-expect-error one of the parts makes a key that English lacks
  t(`choices.stage.${stage}`);
  // @ts-expect-error it takes a value
  t("public.changes.title_changed");
  // @ts-expect-error it takes another value
  t("public.changes.title_changed", { because: "" });
  // @ts-expect-error it takes a value besides
  t("compare.done", { count: 1 });
  // @ts-expect-error it takes no value
  t("public.frame.name", { name: "" });
  // @ts-expect-error it takes a number
  t("compare.done", { count: "1", total: 2 });
  // @ts-expect-error what a page puts together is no value
  t.rich("public.changes.title_changed", { title: () => null });
  // @ts-expect-error its tag becomes something
  t.rich("chain.keep");
  // @ts-expect-error it has another tag
  t.rich("chain.keep", { a: () => null });
  // @ts-expect-error a mail is written in words too
  createTranslator({ locale: "en", messages: words, namespace: "notices.mail" })("nothing");
}

test("correct calls compile, and the messages contain their values", () => {
  const t = createTranslator({ locale: "en", messages: words });
  expect(refused).toBeTypeOf("function");
  expect(t("compare.done", { count: 1, total: 2 })).toBe("1 of 2 done");
  expect(t(`choices.stage.${"planning" as "planning" | "ongoing"}`)).toBe("Planning");
  expect(t.markup("chain.keep", { link: (chunks) => `<a>${chunks}</a>` })).toContain("<a>");
});
