import "server-only";
import { getTranslations } from "next-intl/server";
import { isLocale } from "@/lib/domain/language/locale";
import type { Stage } from "@/lib/domain/record/project";
import { type BadgeWords, badgeSvg } from "@/lib/domain/site/badge";
import { guarded, sendPicture } from "@/lib/open-data/answer";
import { quotaCosts } from "@/lib/open-data/limit";
import { NotFoundError } from "@/lib/open-data/problem";

type Counts = (values: { total: number; completed: number }) => string;

/** Answers with a badge in a language. `wordsOf` returns its texts, and null when its subject does not exist. */
export function answerBadge(
  request: Request,
  locale: string,
  wordsOf: (say: { counts: Counts; stage: (stage: Stage) => string }) => Promise<BadgeWords | null>,
): Promise<Response> {
  return guarded(request, quotaCosts.page, async () => {
    if (!isLocale(locale)) throw new NotFoundError();
    const t = await getTranslations({ locale, namespace: "embed" });
    const stage = await getTranslations({ locale, namespace: "choices.stage" });
    const words = await wordsOf({ counts: (values) => t("badge", values), stage });
    if (!words) throw new NotFoundError();
    return sendPicture(request, badgeSvg(words), "image/svg+xml");
  });
}
