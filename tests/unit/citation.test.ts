import { parse } from "@retorquere/bibtex-parser";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Citation, toBibtex, toRis } from "@/lib/domain/site/citation";

const citation: Citation = {
  key: "cebu-city-brt-edition-5",
  author: "Cebu City",
  title: "Cebu City Bus Rapid Transit",
  publisher: "City Action Plans",
  number: 5,
  publishedOn: "2025-09-30",
  address: "https://plans.example.org/en/cities/cebu-city/projects/brt/editions/5",
  note: `Edition 5, information as of 2025-09-30, published online on 2025-09-30. SHA-256 of its content: ${"a1".repeat(32)}`,
};

/** Titles with characters that are special in TeX or RIS, or that belong to other alphabets. Each stays unchanged. */
const hardTitles = [
  "50 % of R&D_costs: #1 at $2 ~ x^2 {draft} \\end",
  "ផែនការ กรุงเทพมหานคร ແຜນ စီမံချက် 城市 Hà Nội “quoted” <b>",
  "Two\nlines\r\nER  - and another",
  "} unbalanced { @article{x,",
];

test.each([citation.title, ...hardTitles])("BibTeX holds “%s” and is read back", (title) => {
  const { entries, errors } = parse(toBibtex({ ...citation, title }), { sentenceCase: false });
  expect(errors).toEqual([]);
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    type: "misc",
    key: citation.key,
    fields: {
      title: title.replaceAll(/\s+/g, " "),
      author: [{ name: citation.author }],
      howpublished: citation.publisher,
      year: "2025",
      month: "9",
      day: "30",
      url: citation.address,
      note: citation.note,
    },
  });
});

test.each([citation.title, ...hardTitles])("RIS holds “%s” and is read back", (title) => {
  const [entry, ...others] = readRis(toRis({ ...citation, title }));
  expect(others).toEqual([]);
  expect(entry).toEqual({
    TY: "ELEC",
    ID: citation.key,
    AU: citation.author,
    TI: title.replaceAll(/\s+/g, " "),
    PB: citation.publisher,
    ET: "5",
    PY: "2025",
    DA: "2025/09/30",
    UR: citation.address,
    N1: citation.note,
  });
});

test("no character of a title ends its field", () => {
  const hard = fc.string({ unit: fc.constantFrom(..."\\{}$&#^_~%<>|\"'-@,= \n\rERaé") });
  fc.assert(
    fc.property(hard, (text) => {
      const title = `x${text}x`;
      const kept = title.replaceAll(/\s+/g, " ");
      const { entries, errors } = parse(toBibtex({ ...citation, title }), { sentenceCase: false });
      expect([errors, entries.length]).toEqual([[], 1]);
      expect(entries[0]?.fields.url).toBe(citation.address);
      expect(readRis(toRis({ ...citation, title })).map((entry) => entry["TI"])).toEqual([kept]);
    }),
  );
});

/** Parses RIS: two characters, two spaces, a hyphen and a space, then the value. ER ends an entry. */
function readRis(text: string): Record<string, string>[] {
  const entries: Record<string, string>[] = [];
  let open: Record<string, string> = {};
  for (const line of text.split("\r\n")) {
    const [, tag, value] = /^([A-Z][A-Z0-9]) {2}- (.*)$/u.exec(line) ?? [];
    if (tag === "ER") {
      entries.push(open);
      open = {};
    } else if (tag) open[tag] = value ?? "";
    else expect(line).toBe("");
  }
  expect(open).toEqual({});
  return entries;
}
