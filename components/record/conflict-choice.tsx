"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { FieldValue } from "@/components/record/diff-value";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import type { FieldSpec } from "@/lib/domain/fields";
import type { FrameworkTerms } from "@/lib/domain/framework";
import type { NamedConflict } from "@/lib/domain/typing";

/** A field that two people changed: both values, who and when, and the choice between them. */
export function ConflictChoice({
  spec,
  label,
  conflict,
  mine,
  framework,
  timeZone,
  onSettle,
}: {
  spec: FieldSpec;
  label: string;
  conflict: NamedConflict;
  mine: unknown;
  framework: FrameworkTerms;
  timeZone: string;
  onSettle: (keep: "mine" | "theirs") => void;
}) {
  const t = useTranslations("office.record.conflict");
  const locale = useLocale();
  const shown = { locale, framework };
  const self = useRef<HTMLElement>(null);
  useEffect(() => self.current?.focus(), []);
  return (
    <section
      ref={self}
      tabIndex={-1}
      aria-label={label}
      className="flex scroll-my-24 flex-col gap-3 rounded-box border-2 border-warning p-4"
    >
      <p className="font-semibold">
        {conflict.byName
          ? t.rich("title", {
              name: conflict.byName,
              at: () => <Moment at={new Date(conflict.at)} timeZone={timeZone} locale={locale} />,
            })
          : t("titleUnknown")}
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="flex min-w-0 flex-col items-start gap-2">
          <p className="text-muted text-small">{t("theirs")}</p>
          <div className="w-full grow">
            <FieldValue spec={spec} value={conflict.theirs} shown={shown} />
          </div>
          <Button onClick={() => onSettle("theirs")}>{t("take")}</Button>
        </div>
        <div className="flex min-w-0 flex-col items-start gap-2">
          <p className="text-muted text-small">{t("mine")}</p>
          <div className="w-full grow">
            <FieldValue spec={spec} value={mine} shown={shown} />
          </div>
          <Button onClick={() => onSettle("mine")}>{t("keep")}</Button>
        </div>
      </div>
      {spec.kind === "list" && <p className="text-muted text-small">{t("list")}</p>}
    </section>
  );
}
