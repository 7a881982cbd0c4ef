import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import type { NamedConflict } from "@/lib/domain/record/typing";

/** Shows a cell that two people changed: both values, who changed it and when, and the choice between them. */
export function CellConflict({
  label,
  conflict,
  timeZone,
  wordsOf,
  onResolve,
}: {
  label: string;
  conflict: NamedConflict;
  timeZone: string;
  wordsOf: (value: unknown) => string;
  onResolve: (keep: "mine" | "theirs") => void;
}) {
  const t = useTranslations("saving.conflict");
  const locale = useLocale();
  const self = useRef<HTMLElement>(null);
  useEffect(() => {
    self.current?.focus({ preventScroll: true });
    self.current?.scrollIntoView({ block: "nearest", inline: "end" });
  }, []);
  return (
    <section
      ref={self}
      tabIndex={-1}
      aria-label={label}
      className="flex w-48 flex-col sm:w-64 gap-2 rounded-box border-2 border-warning p-3"
    >
      <p className="font-semibold">
        {conflict.byName
          ? t.rich("title", {
              name: conflict.byName,
              at: () => <Moment at={new Date(conflict.at)} timeZone={timeZone} locale={locale} />,
            })
          : t("titleUnknown")}
      </p>
      <p>
        <span className="text-muted text-small">{t("theirs")}:</span> {wordsOf(conflict.theirs)}
      </p>
      <Button onClick={() => onResolve("theirs")}>{t("take")}</Button>
      <p>
        <span className="text-muted text-small">{t("mine")}:</span> {wordsOf(conflict.mine)}
      </p>
      <Button onClick={() => onResolve("mine")}>{t("keep")}</Button>
    </section>
  );
}
