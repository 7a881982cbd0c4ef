import { answerImport } from "@/lib/commands/sheet/answer-import";
import { commandRoute } from "@/lib/web/command-route";

/** Stores answers about a file: `{ cells, titles, words, columns, leaveOut }`, each of them optional. */
export const POST = commandRoute(answerImport);
