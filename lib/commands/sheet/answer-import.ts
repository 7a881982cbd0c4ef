import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { lockImport } from "@/lib/commands/shared/lock-import";
import { refuse } from "@/lib/domain/result/result";
import { sheetAnswers } from "@/lib/domain/sheet/answers";
import {
  fileOriginOf,
  originMapping,
  type SheetMapping,
  sheetMapping,
} from "@/lib/domain/sheet/mapping";
import type { SheetTable } from "@/lib/domain/sheet/table";

const columnAnswer = z.object({
  sheet: z.string(),
  column: z.int().min(0).max(200),
  answer: z.enum(["point", "comma", "day_first", "month_first", "each", "once"]),
});

/**
 * Stores what somebody answers about a file in its preview: cells typed anew, which project a title is, what words of
 * the city mean (also for its next files), how a column writes numbers or days, and a row or a column that is left out.
 */
export const answerImport = command({
  permission: "plan.import",
  input: z.object({
    importId: z.uuid(),
    ...sheetAnswers.shape,
    words: z
      .array(
        z.object({
          list: z.string().max(40),
          word: z.string().max(500),
          option: z.string().max(80),
        }),
      )
      .max(500)
      .default([]),
    columns: z.array(columnAnswer).max(200).default([]),
    leaveOut: z
      .array(z.object({ sheet: z.string(), row: z.int().nullable(), column: z.int().nullable() }))
      .max(1_000)
      .default([]),
  }),
  subject: (tx, input) => lockImport(tx, input.importId),

  async run({ tx, subject: sheet, input, now }) {
    if (sheet.appliedAt) refuse({ code: "not_found" });
    const { cityId } = sheet;
    for (const { list, word, option } of input.words) {
      const key = { cityId, list, word: word.normalize("NFC").trim().toLocaleLowerCase("en") };
      if (option === "") await tx.sheetWord.deleteMany({ where: key });
      else
        await tx.sheetWord.upsert({
          where: { cityId_list_word: key },
          create: { ...key, option, at: now },
          update: { option, at: now },
        });
    }
    const stored = await tx.sheetImport.findUniqueOrThrow({
      where: { id: sheet.id },
      select: { answers: true, mapping: true, tables: true },
    });
    const answers = sheetAnswers.parse(stored.answers);
    // Read by its schema when it was stored.
    const tables = stored.tables as SheetTable[];
    const isMappingChanged = input.columns.length > 0 || input.leaveOut.length > 0;
    const mapping =
      sheetMapping.nullable().parse(stored.mapping) ??
      (fileOriginOf(tables) ? originMapping(tables) : null);
    await tx.sheetImport.update({
      where: { id: sheet.id },
      data: {
        answers: {
          cells: { ...answers.cells, ...input.cells },
          titles: { ...answers.titles, ...input.titles },
        },
        ...(isMappingChanged && mapping && { mapping: changeMapping(mapping, tables, input) }),
      },
    });
    return { value: { importId: sheet.id }, entry: null };
  },
});

/** What each answer is about. */
const kinds = {
  point: "numbers",
  comma: "numbers",
  day_first: "dates",
  month_first: "dates",
  each: "merged",
  once: "merged",
} as const;

type Change = {
  columns: z.output<typeof columnAnswer>[];
  leaveOut: { sheet: string; row: number | null; column: number | null }[];
};

function changeMapping(mapping: SheetMapping, tables: SheetTable[], { columns, leaveOut }: Change) {
  return mapping.map((own, index) => {
    const name = tables[index]?.name;
    const out = leaveOut.filter(({ sheet }) => sheet === name);
    const answered = columns.filter(({ sheet }) => sheet === name);
    const signs = (of: (typeof kinds)[keyof typeof kinds]) =>
      Object.fromEntries(
        answered.flatMap(({ column, answer }) => (kinds[answer] === of ? [[column, answer]] : [])),
      );
    return {
      ...own,
      leftOut: [...new Set([...own.leftOut, ...out.flatMap(({ row }) => row ?? [])])],
      columns: own.columns.map((field, at) =>
        out.some(({ column }) => column === at) ? null : field,
      ),
      numbers: { ...own.numbers, ...signs("numbers") },
      dates: { ...own.dates, ...signs("dates") },
      merged: { ...own.merged, ...signs("merged") },
    };
  });
}
