import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { correctionEdits } from "@/lib/domain/record/correction";
import { fieldSpecs } from "@/lib/domain/record/fields";
import { englishTexts, localParts } from "@/lib/domain/record/local-parts";
import {
  inLanguage,
  languagesOf,
  localTexts,
  publicTranslations,
  titleIn,
} from "@/lib/domain/record/local-texts";
import { mergeEdits } from "@/lib/domain/record/merge";
import { emptyPlan } from "@/lib/domain/record/plan";
import { emptyProject, type ProjectFields } from "@/lib/domain/record/project";
import { listIssues } from "@/lib/domain/record/readiness";
import { projectFields } from "@/lib/domain/record/schemas";
import {
  countTranslations,
  englishHash,
  findTranslation,
  lostTranslations,
  staleTranslations,
  stateOf,
  translationId,
  withTranslation,
} from "@/lib/domain/record/translation";
import { anyProject } from "@/tests/support/arbitraries";
import { aMilestone } from "@/tests/support/examples";

const thai = "รถโดยสารอัจฉริยะ";
const khmer = "រថយន្តក្រុងឆ្លាតវៃ";

/**
 * Returns a project with these translations. Each row names the part, the language, the text, and the English text that
 * it was written for.
 */
function project(fields: Partial<ProjectFields>, ...written: [string, string, string, string][]) {
  const translations = written.reduce(
    (list, [language, of, text, english]) => withTranslation(list, { language, of, text }, english),
    [] as ReturnType<typeof withTranslation>,
  );
  return projectFields.parse({ ...emptyProject("Smart bus"), ...fields, translations });
}

describe("a text in a local language", () => {
  test("is stale after the English text changed, until somebody confirms it", () => {
    const first = project({}, ["th", "title", thai, "Smart bus"]);
    expect(staleTranslations(first)).toEqual([]);
    const changed = { ...first, title: "Smart buses" };
    expect(staleTranslations(changed)).toMatchObject([{ of: "title", language: "th" }]);
    expect(listIssues("project", changed)).toContainEqual({
      field: "translations",
      issue: "english_changed_advised",
      weight: "advised",
    });
    const confirmed = withTranslation(
      changed.translations,
      { language: "th", of: "title", text: thai },
      changed.title,
    );
    expect(staleTranslations(projectFields.parse({ ...changed, translations: confirmed }))).toEqual(
      [],
    );
  });

  test("is not stale for white space, line ends or another form of the same letters", () => {
    const hash = englishHash("Café\nfor all");
    expect(stateOf({ text: thai, englishHash: hash }, " Cafe\u0301\r\nfor all ")).toBe("written");
    expect(stateOf({ text: thai, englishHash: hash }, "Café for all")).toBe("stale");
    expect(stateOf({ text: "", englishHash: hash }, "Café\nfor all")).toBe("missing");
    expect(stateOf(null, "Anything")).toBe("missing");
  });

  test("has the mark that anybody can compute", () => {
    // These are the published test vectors of FNV-1a with 32 bits.
    expect(englishHash("")).toBe("811c9dc5");
    expect(englishHash("a")).toBe("e40c292c");
    expect(englishHash("foobar")).toBe("bf9cf968");
  });

  test("exists once for each language, and is removed when it is emptied", () => {
    const once = withTranslation([], { language: "th", of: "title", text: "รถ" }, "Bus");
    const again = withTranslation(once, { language: "th", of: "title", text: thai }, "Bus");
    expect(again).toEqual([{ ...once[0], text: thai }]);
    expect(withTranslation(again, { language: "th", of: "title", text: " " }, "Bus")).toEqual([]);
    const both = withTranslation(again, { language: "km", of: "title", text: khmer }, "Bus");
    expect(both.map(({ language }) => language)).toEqual(["th", "km"]);
  });

  test("of an entry is removed with the entry", () => {
    const milestone = aMilestone({ title: "First bus" });
    const of = `milestones.${milestone.id}.title`;
    const before = project({ milestones: [milestone] }, ["th", of, "รถคันแรก", "First bus"]);
    expect(lostTranslations(before)).toEqual([]);
    expect(publicTranslations(before)).toMatchObject([{ of, isStale: false }]);
    const after = { ...before, milestones: [] };
    expect(lostTranslations(after)).toMatchObject([{ of }]);
    expect(publicTranslations(after)).toEqual([]);
    expect(localTexts(after, "th").written).toBe(0);
  });

  test("stays valid when the secretariat corrects the spelling of the English text", () => {
    const before = project({ title: "Smrat bus" }, ["th", "title", thai, "Smrat bus"]);
    const correction = {
      field: "title" as const,
      itemId: null,
      part: null,
      path: null,
      name: "title",
      place: null,
    };
    const edits = correctionEdits(before, [
      { ...correction, isLine: true, text: "Smrat bus", corrected: "Smart bus" },
    ]);
    const { fields } = mergeEdits(before, edits);
    expect(staleTranslations(projectFields.parse(fields))).toEqual([]);
    expect(fields).toMatchObject({ title: "Smart bus", translations: [{ text: thai }] });
  });
});

describe("what a reader reads", () => {
  const milestone = aMilestone({ title: "First bus" });
  const fields = project(
    { summary: "Buses for all.", milestones: [milestone] },
    ["th", "title", thai, "Smart bus"],
    ["th", `milestones.${milestone.id}.title`, "รถคันแรก", "A first bus"],
    ["km", "title", khmer, "Smart bus"],
  );

  test("is in their language where there is a text, otherwise in English, and each text has its language", () => {
    const { fields: translated, texts } = inLanguage("th", fields);
    expect(translated).toMatchObject({ title: thai, summary: "Buses for all." });
    expect(translated.milestones).toEqual([{ ...milestone, title: "รถคันแรก" }]);
    expect(texts).toEqual({
      title: { text: thai, isStale: false },
      [`milestones.${milestone.id}.title`]: { text: "รถคันแรก", isStale: true },
    });
    expect(localTexts(fields, "th")).toMatchObject({ all: 3, written: 2 });
    expect(countTranslations(fields, "th")).toEqual({ all: 3, written: 1, stale: 1, missing: 1 });
    expect(inLanguage("vi", fields).fields).toEqual(fields);
    expect(languagesOf(fields)).toEqual(["th", "km"]);
  });

  test("uses the city’s own title in their language when there is no translation", () => {
    const own = { ...fields, localTitle: "Xe buýt thông minh", localTitleLanguage: "vi" as const };
    expect(titleIn("vi", own)).toEqual({ text: "Xe buýt thông minh", language: "vi" });
    expect(titleIn("th", own)).toEqual({ text: thai, language: "th" });
    expect(titleIn("lo", own)).toEqual({ text: "Smart bus", language: "en" });
    expect(inLanguage("vi", own).fields.title).toBe("Xe buýt thông minh");
  });

  test("never names a text that the record does not have", () => {
    fc.assert(
      fc.property(anyProject, (any) => {
        const parts = new Set(englishTexts(any).map(({ of }) => of));
        expect(Object.keys(localTexts(any, "th").texts).every((of) => parts.has(of))).toBe(true);
      }),
    );
  });
});

describe("two people who write at once", () => {
  const seen = project({ summary: "Buses for all." }).translations;
  const write = (list: typeof seen, language: string, of: string, text: string) =>
    withTranslation(list, { language, of, text }, "English");
  const merge = (current: unknown, value: unknown) =>
    mergeEdits({ translations: current }, [{ field: "translations", seen, value }]);

  test("keep both translations of different texts or languages", () => {
    const theirs = write(seen, "th", "title", thai);
    const both = merge(theirs, write(seen, "th", "summary", "รถสำหรับทุกคน"));
    expect(both.conflicts).toEqual([]);
    const { translations } = both.fields as { translations: typeof theirs };
    expect(findTranslation(translations, "th", "title")?.text).toBe(thai);
    expect(findTranslation(translations, "th", "summary")?.text).toBe("รถสำหรับทุกคน");
    expect(merge(theirs, write(seen, "km", "title", khmer)).conflicts).toEqual([]);
  });

  test("choose between two translations of one text into the same language", () => {
    const theirs = write(seen, "th", "title", thai);
    const mine = write(seen, "th", "title", "รถเมล์");
    expect(merge(theirs, mine).conflicts).toEqual([{ field: "translations", mine, theirs }]);
    expect(merge(theirs, theirs).conflicts).toEqual([]);
  });
});

describe("what may be written in a local language", () => {
  test.each(["plan", "project"] as const)("of a %s is text that is typed like this", (kind) => {
    for (const [field, parts] of Object.entries(localParts[kind])) {
      const spec = fieldSpecs[kind].find(({ name }) => name === field);
      if (typeof parts === "string") expect(spec?.kind, field).toBe(parts);
      else {
        const item = spec?.kind === "list" ? spec.item : [];
        for (const [part, own] of Object.entries(parts))
          expect(item.find(({ name }) => name === part)?.kind, `${field}.${part}`).toBe(own);
      }
    }
  });

  test("is every public text except these", () => {
    const texts = (["plan", "project"] as const).flatMap((kind) =>
      fieldSpecs[kind].flatMap((spec) => {
        const isText = (of: string) => ["line", "text", "markdown"].includes(of);
        if (spec.kind !== "list")
          return isText(spec.kind) && !(spec.name in localParts[kind]) ? [spec.name] : [];
        const own = localParts[kind][spec.name] ?? {};
        return spec.item
          .filter((part) => isText(part.kind) && !(part.name in Object(own)))
          .map((part) => `${spec.name}.${part.name}`);
      }),
    );
    expect(texts).toEqual([
      // The title of a document is not translated, and the city's own title states its language.
      "sources.title",
      "translations.text",
      "localTitle",
      // The title of a project outside this tracker and the credit of a picture are names.
      "relatedProjects.title",
      "evidence.credit",
      "sources.title",
      "closingSuccessor",
      "translations.text",
    ]);
  });

  const entry = (of: string, text: string, id = translationId("th", of)) => ({
    id,
    language: "th",
    of,
    text,
    englishHash: englishHash(""),
  });
  const refused = (...translations: unknown[]) =>
    z
      .object({ translations: projectFields.shape.translations })
      .safeParse({ translations })
      .error?.issues.map(({ path, message }) => [path.join("."), message]);

  test("is refused for any other part", () => {
    expect(refused(entry("title", thai))).toBeUndefined();
    expect(refused(entry("title", "a\nb"))).toEqual([["translations.0.text", "one_line"]]);
    expect(refused(entry("title", "a".repeat(401)))).toEqual([["translations.0.text", "too_long"]]);
    expect(refused(entry("summary", "a".repeat(2_501)))).toEqual([
      ["translations.0.text", "too_long"],
    ]);
    expect(refused(entry("description", "a".repeat(20_000)))).toBeUndefined();
    for (const of of ["stage", "vision", "title.x.y", "milestones.title", "constructor"])
      expect(refused(entry(of, thai)), of).toEqual([["translations.0.of", "unknown_text"]]);
    expect(refused(entry("title", thai, randomUUID()))).toEqual([
      ["translations.0.of", "not_understood"],
    ]);
    expect(refused(entry("title", thai), entry("title", thai))).toEqual([
      ["translations", "item_twice"],
    ]);
    expect(refused({ ...entry("title", thai), language: "en" })?.[0]?.[0]).toBe(
      "translations.0.language",
    );
  });

  test("has valid ids", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (language, of) => {
        expect(z.uuid().safeParse(translationId(language, of)).success).toBe(true);
      }),
    );
    expect(translationId("th", "title")).not.toBe(translationId("km", "title"));
    expect(countTranslations(emptyPlan, "th")).toEqual({
      all: 0,
      written: 0,
      stale: 0,
      missing: 0,
    });
  });
});
