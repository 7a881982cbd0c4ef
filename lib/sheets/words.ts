import "server-only";
import type { SheetWords } from "@/lib/domain/sheet/words";
import { words } from "../../messages/en/index";

/** The words in which sheets are written and read. One language so far: that of the office's pages. */
export const sheetWords: SheetWords = words;
