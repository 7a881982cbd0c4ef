import { randomUUID } from "node:crypto";
import { addPerson } from "@/lib/commands/people/add-person";
import { deactivatePerson } from "@/lib/commands/people/deactivate-person";
import { handOverGrant } from "@/lib/commands/people/hand-over-grant";
import { removeGrant } from "@/lib/commands/people/remove-grant";
import { commentOnDraft } from "@/lib/commands/record/comment-on-draft";
import { importSheet } from "@/lib/commands/sheet/import-sheet";
import { mapSheet } from "@/lib/commands/sheet/map-sheet";
import { saveView } from "@/lib/commands/table/save-view";
import { database } from "@/lib/db/client";
import { remind } from "@/lib/jobs/remind";
import { must } from "@/tests/support/factories";
import { aFailedJob } from "@/tests/support/failed-job";
import { type Stage, staffOf } from "@/tests/support/world/stage";
import { awkward } from "@/tests/support/world/texts";
import { begin, type } from "@/tests/support/world/write";

/** Adds people in every state. Returns their ids by name. */
export async function addPeople({ cast }: Stage): Promise<Record<string, string>> {
  const { id: cityId } = await database().city.findUniqueOrThrow({ where: { slug: "phuket" } });
  const add = async (name: string, grant: object) => {
    const asked = { email: `${randomUUID()}@tests.example`, name, ...grant };
    return must(await addPerson(cast.administrator, asked)).personId;
  };
  const grantOf = (personId: string) =>
    database().grant.findFirstOrThrow({ where: { personId, removedAt: null } });
  const invited = await add(`New ${awkward.markup}`, { role: "editor", cityId });
  const alternate = await add("An alternate", {
    ...{ role: "representative", countryCode: "TH", isAlternate: "on" },
  });
  const deactivated = await add("Gone", { role: "editor", cityId });
  must(await deactivatePerson(cast.administrator, { personId: deactivated }));
  const withoutGrant = await add("Without a role", { role: "editor", cityId });
  const { id: grantId } = await grantOf(withoutGrant);
  must(await removeGrant(cast.administrator, { grantId }));
  const handedOver = await add("Handed over", { role: "editor", cityId });
  const handed = { grantId: (await grantOf(handedOver)).id, toPersonId: invited };
  must(await handOverGrant(cast.administrator, handed));
  return { invited, alternate, deactivated, withoutGrant, handedOver };
}

/**
 * Makes saved views, a draft with a comment, notices, and an import that waits for its preview. Returns the import and
 * the draft.
 */
export async function workInOffice(stage: Stage): Promise<{ importId: string; draft: string }> {
  const { cast } = stage;
  const { editor, lead } = staffOf(stage, "phuket");
  for (const [name, query] of [
    [awkward.markup.slice(0, 80), "stage=ongoing&q=%3C5G%3E"],
    ["Late ones", "schedule=late&sort=title"],
  ])
    must(await saveView(editor, { personId: editor.personId, name, query }));
  const draft = await begin(stage, "phuket", { title: `A draft ${awkward.markup}` });
  await type(lead, "project", draft, { summary: awkward.message }, stage.now);
  const comment = { recordId: draft, text: awkward.markdown, mentions: editor.personId };
  must(await commentOnDraft(lead, comment));
  const importId = await importOneSheet(stage);
  await remind(stage.now);
  // Failed jobs and failed mails cannot be made by a command, so one row of each is written by SQL.
  await aFailedJob();
  await database().mail.create({
    data: {
      ...{ id: randomUUID(), personId: cast.editorOfPhuket.personId, isDigest: false },
      ...{ subject: awkward.markup, text: awkward.markup, queuedAt: stage.now },
      ...{ attempts: 3 },
    },
  });
  return { importId, draft };
}

/**
 * Imports a city's own sheet with new projects, an invalid day, a Buddhist year, an unreadable number, and special
 * characters. Returns the id of the import.
 */
async function importOneSheet(stage: Stage): Promise<string> {
  const { lead } = staffOf(stage, "phuket");
  const importId = randomUUID();
  const rows = [
    ["Title", "Summary", "Starts", "Ends", "Stage", "Left out"],
    [awkward.markup, awkward.message, "2568-03", "2027-02-30", "Ongoing", "x"],
    [awkward.rightToLeft, "", "2025", "0", "Nothing that we know", ""],
    ["", "No title", "", "", "", ""],
  ].map((cells, place) => ({ at: place + 1, cells }));
  const tables = [{ name: "Ours <&>", isCsv: false, encoding: null, rows }];
  const fileName = `${awkward.rightToLeft} <5G>.xlsx`;
  must(await importSheet(lead, { planId: stage.plans.phuket, importId, fileName, tables }));
  const columns = ["title", "summary", "startsOn", "endsOn", "stage", null];
  must(await mapSheet(lead, { importId, mapping: [{ layout: "project", columns }] }));
  return importId;
}
