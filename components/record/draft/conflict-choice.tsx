"use client";
import { useLocale, useTranslations } from "next-intl";
import { bothSides } from "@/components/record/diff/both-sides";
import { useDraft } from "@/components/record/draft/provider";
import { useClaimNames } from "@/components/record/shared/claims";
import { useSurroundings } from "@/components/record/shared/surroundings";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import type { FieldSpec } from "@/lib/domain/record/fields";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import type { NamedConflict } from "@/lib/domain/record/typing";

/** Shows a field that two people changed: both values, who changed it and when, and the choice between them. */
export function ConflictChoice({
  spec,
  label,
  conflict,
  mine,
  framework,
  timeZone,
  onResolve,
}: {
  spec: FieldSpec;
  label: string;
  conflict: NamedConflict;
  mine: unknown;
  framework: FrameworkTerms;
  timeZone: string;
  onResolve: (keep: "mine" | "theirs") => void;
}) {
  const t = useTranslations("saving.conflict");
  const locale = useLocale();
  const { seen } = useDraft();
  const { names } = useSurroundings();
  const namesIn = useClaimNames();
  const { theirs } = conflict;
  const [left, right] = bothSides(
    spec,
    { seen: seen[spec.name], theirs, mine },
    { locale, framework, names: { ...namesIn(seen), ...names } },
  );
  return (
    <section
      aria-label={label}
      className="flex scroll-my-24 flex-col gap-3 rounded-box border-2 border-warning p-4"
    >
      <p role="alert" className="font-semibold">
        {conflict.byName
          ? t.rich("title", {
              name: conflict.byName,
              at: () => <Moment at={new Date(conflict.at)} timeZone={timeZone} locale={locale} />,
            })
          : t("titleUnknown")}
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Side says={t("theirs")} button={t("take")} onChoose={() => onResolve("theirs")}>
          {left}
        </Side>
        <Side says={t("mine")} button={t("keep")} onChoose={() => onResolve("mine")}>
          {right}
        </Side>
      </div>
      <p className="text-muted text-small">
        {t("marked")} {spec.kind === "list" && t("list")}
      </p>
    </section>
  );
}

function Side({
  says,
  button,
  onChoose,
  children,
}: {
  says: string;
  button: string;
  onChoose: () => void;
  children: React.ReactNode;
}) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-2">
      <p className="text-muted text-small">{says}</p>
      <div className="w-full grow">{children}</div>
      <Button onClick={onChoose}>{button}</Button>
    </div>
  );
}
