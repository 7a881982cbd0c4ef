import { beforeAll, describe, expect, test } from "vitest";
import { GET as getProject } from "@/app/api/v1/projects/[id]/route";
import { saveDraft } from "@/lib/commands/record/save-draft";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { inLanguage, localTexts } from "@/lib/domain/record/local-texts";
import { translationId, withTranslation } from "@/lib/domain/record/translation";
import { listChecks } from "@/lib/domain/review/checks";
import { findProjectById } from "@/lib/queries/public/project";
import { listPublicProjects } from "@/lib/queries/public/projects";
import { findRecord } from "@/lib/queries/record/records";
import { findSubmission } from "@/lib/queries/review/submissions";
import { type Cast, getCast } from "@/tests/support/cast";
import { aReadyProject, aSave, must, typeInto } from "@/tests/support/factories";

const thai = "รถโดยสารอัจฉริยะสำหรับเมืองเก่า";
const khmer = "រថយន្តក្រុងសម្រាប់ទីក្រុងចាស់";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

/** Returns a project of Phuket with its title in two languages, both written for the current English title. */
async function aProjectWithTitles() {
  const recordId = await aReadyProject(cast);
  const title = (await findRecord(cast.editorOfPhuket, "project", recordId))?.fields.title ?? "";
  const inThai = withTranslation([], { language: "th", of: "title", text: thai }, title);
  const both = withTranslation(inThai, { language: "km", of: "title", text: khmer }, title);
  await typeInto(cast, recordId, { translations: [[], both] });
  return { recordId, title, translations: both };
}

async function publish(recordId: string) {
  const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
  const submission = await findSubmission(cast.reviewer, submissionId);
  must(await approveSubmission(cast.reviewer, { submissionId }));
  return submission;
}

describe("a text in a local language", () => {
  test("goes from the draft through review to the public pages in its language", async () => {
    const { recordId, title, translations } = await aProjectWithTitles();
    const submission = await publish(recordId);
    expect(submission?.fields.translations).toEqual(translations);

    const project = await findProjectById(recordId, null);
    if (!project) throw new Error("it was published");
    expect(inLanguage("th", project.fields).fields.title).toBe(thai);
    expect(inLanguage("km", project.fields).fields.title).toBe(khmer);
    expect(inLanguage("vi", project.fields).fields.title).toBe(title);
    for (const q of [thai, khmer]) {
      const found = await listPublicProjects({ q }, { asOf: null, limit: 100 });
      expect("projects" in found && found.projects.map(({ id }) => id)).toContain(recordId);
    }
  });

  test("is marked for the reviewer and the public after the English text changed", async () => {
    const { recordId, title } = await aProjectWithTitles();
    await publish(recordId);
    await typeInto(cast, recordId, { title: [title, `${title}, extended`] });
    const submission = await publish(recordId);
    if (!submission) throw new Error("it was submitted");
    const checks = listChecks(null, submission.fields, { since: {}, today: "2026-11-28" });
    expect(checks.filter(({ check }) => check === "english_changed")).toEqual([
      { field: "translations", check: "english_changed", name: "th", numbers: ["1"] },
      { field: "translations", check: "english_changed", name: "km", numbers: ["1"] },
    ]);

    const project = await findProjectById(recordId, null);
    expect(project && localTexts(project.fields, "th").texts["title"]).toEqual({
      text: thai,
      isStale: true,
    });
    const request = new Request(`http://localhost/api/v1/projects/${recordId}`);
    const answer = await getProject(request, { params: Promise.resolve({ id: recordId }) });
    const { title: english, translations } = (await answer.json()) as {
      title: string;
      translations: unknown[];
    };
    expect(english).toBe(`${title}, extended`);
    expect(translations).toMatchObject([
      { language: "th", of: "title", text: thai, isStale: true },
      { language: "km", of: "title", text: khmer, isStale: true },
    ]);
  });

  test("is kept when two people write different texts at once, and is a conflict when they wrote the same one", async () => {
    const { recordId, title, translations } = await aProjectWithTitles();
    const lao = withTranslation(translations, { language: "lo", of: "title", text: "ລົດເມ" }, title);
    const lead = await typeInto(cast, recordId, { translations: [translations, lao] });
    expect(lead.conflicts).toEqual([]);

    const summary = { language: "th", of: "summary", text: "เกี่ยวกับอะไร" };
    const mine = withTranslation(translations, summary, "What it is about.");
    const changes = [{ field: "translations", seen: translations, value: mine }];
    const saved = must(await saveDraft(cast.editorOfPhuket, aSave(recordId, changes)));
    expect(saved.conflicts).toEqual([]);
    expect(saved.fields["translations"]).toHaveLength(4);

    const other = withTranslation(translations, { language: "lo", of: "title", text: "ລົດ" }, title);
    const clash = [{ field: "translations", seen: translations, value: other }];
    const answer = must(await saveDraft(cast.editorOfPhuket, aSave(recordId, clash)));
    expect(answer.conflicts).toMatchObject([{ field: "translations" }]);
  });

  test("is refused with an error at its own field", async () => {
    const recordId = await aReadyProject(cast);
    const id = translationId("th", "title");
    const entry = { id, language: "th", of: "title", englishHash: "811c9dc5" };
    const changes = [
      { field: "translations", seen: [], value: [{ ...entry, text: "a".repeat(401) }] },
    ];
    expect(await saveDraft(cast.editorOfPhuket, aSave(recordId, changes))).toEqual({
      ok: false,
      refusal: {
        code: "invalid",
        fields: { [`translations.${id}.text`]: [{ key: "too_long", limit: 400 }] },
      },
    });
  });
});
