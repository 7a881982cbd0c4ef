import "server-only";
import { getTranslations } from "next-intl/server";
import { type BadgeWords, badgeSvg } from "@/lib/domain/badge";
import { isLocale } from "@/lib/domain/locale";
import type { Stage } from "@/lib/domain/project";
import { guarded, sendPicture } from "@/lib/web/open-data/answer";
import { costs } from "@/lib/web/open-data/limit";
import { NothingHere } from "@/lib/web/open-data/problem";

type Counts = (values: { total: number; completed: number }) => string;

/** Answers with a badge in a language; `wordsOf` says what stands on it, and null where there is no such thing. */
export function answerBadge(
  request: Request,
  locale: string,
  wordsOf: (say: { counts: Counts; stage: (stage: Stage) => string }) => Promise<BadgeWords | null>,
): Promise<Response> {
  return guarded(request, costs.page, async () => {
    if (!isLocale(locale)) throw new NothingHere();
    const t = await getTranslations({ locale, namespace: "sharing" });
    const stage = await getTranslations({ locale, namespace: "choices.stage" });
    const words = await wordsOf({ counts: (values) => t("badge", values), stage });
    if (!words) throw new NothingHere();
    return sendPicture(request, badgeSvg(words), "image/svg+xml");
  });
}
