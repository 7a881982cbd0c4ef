"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ProjectSearch } from "@/components/record/fields/project-search";
import { useSurroundings } from "@/components/record/shared/surroundings";
import { Button } from "@/components/ui/button";

/** Shows the selected project with a link, or a search by title. */
export function ProjectField({
  id,
  label,
  hint,
  errors,
  value,
  onChange,
}: {
  id: string;
  label: string;
  hint: string | undefined;
  errors: string[];
  value: unknown;
  onChange: (value: string | null) => void;
}) {
  const t = useTranslations("record.project");
  const { names, learn } = useSurroundings();
  const wantsFocus = useRef(false);
  const [choices, setChoices] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each choice puts another control in place of the focused one
  useEffect(() => {
    if (wantsFocus.current) document.getElementById(id)?.focus();
    wantsFocus.current = false;
  }, [id, choices]);

  function choose(selected: string | null) {
    wantsFocus.current = true;
    setChoices((count) => count + 1);
    onChange(selected);
  }

  if (typeof value !== "string") {
    return (
      <ProjectSearch
        id={id}
        label={label}
        hint={hint}
        errors={errors}
        onChoose={(project) => {
          learn(project.id, { text: project.title, href: project.href });
          choose(project.id);
        }}
      />
    );
  }
  const name = names[value];
  return (
    <div className="flex flex-col items-start gap-1">
      <p className="font-semibold">{label}</p>
      <p>
        {name?.href ? (
          <a href={name.href} className="inline-block py-2">
            {name.text}
          </a>
        ) : (
          <span className="text-muted">{t("unnamed")}</span>
        )}
      </p>
      {errors.length > 0 && (
        <p id={`${id}-errors`} className="font-semibold text-small text-warning">
          {errors.join(" ")}
        </p>
      )}
      <Button
        id={id}
        aria-describedby={errors.length > 0 ? `${id}-errors` : undefined}
        onClick={() => choose(null)}
      >
        {t("another")}
      </Button>
    </div>
  );
}
