import "server-only";
import type { SheetWords } from "@/lib/domain/sheet/words";
import { words } from "../../messages/en/index";

/** The messages with which sheets are written and read: English, as the office's pages. */
export const sheetWords: SheetWords = words;
