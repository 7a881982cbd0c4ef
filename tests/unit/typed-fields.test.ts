import { NextIntlClientProvider } from "next-intl";
import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AmountField, DateField, NumberField } from "@/components/record/fields/typed-field";
import { words } from "../../messages/en/index";

type Field = typeof AmountField | typeof DateField | typeof NumberField;

/** The text of a field whose value was typed like this. */
function shown(field: Field, value: unknown, more: object = {}): string {
  const props = { id: "field", label: "Field", errors: [], value, onChange: () => {}, ...more };
  // Each of these fields takes these properties.
  const element = createElement(field as FunctionComponent<typeof props>, props);
  const reading = { locale: "en", messages: words, timeZone: "UTC", children: element };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, reading));
}

const isTwo = "one number in thousands or another with decimals";

test("a field says that a number or a day can be read in two ways", () => {
  expect(shown(NumberField, "1.500")).toContain(isTwo);
  expect(shown(AmountField, "1,500")).toContain(isTwo);
  expect(shown(DateField, "3/4/2025")).toContain("which number is the day");
});

test("a field takes a stored number as it is, and one that cannot be larger", () => {
  expect(shown(AmountField, "1.500")).not.toContain(isTwo);
  expect(shown(NumberField, 98.392)).not.toContain("Understood as");
  expect(shown(NumberField, 98.392, { max: 180 })).not.toContain(isTwo);
  expect(shown(DateField, "2025-09")).toContain("2025, 2025-09 or 2025-09-30");
});
