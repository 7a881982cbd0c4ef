"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useSurroundings } from "@/components/record/shared/surroundings";
import { TextField } from "@/components/ui/field";
import type { Result } from "@/lib/domain/result/result";

export type FoundProject = { id: string; title: string; city: string; href: string };

/** The pause after the last key before a search. */
const debounceMs = 250;

/**
 * Searches for a project by part of its title, the city's own drafts first. The arrow keys move through the list and
 * Enter selects, as in the ARIA combobox pattern.
 */
export function ProjectSearch({
  id,
  onChoose,
  ...common
}: {
  id: string;
  label: string;
  hint: string | undefined;
  errors: string[];
  onChoose: (project: FoundProject) => void;
}) {
  const t = useTranslations("record.project");
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const { found, isFailed } = useFound(text);
  const [isOpen, setOpen] = useState(false);
  const list = isOpen ? found : null;
  const current = list?.[active];
  const optionId = (project: FoundProject) => `${id}-option-${project.id}`;

  function onKeyDown(event: React.KeyboardEvent) {
    const count = list?.length ?? 0;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && count > 0) setActive((active + step + count) % count);
    else if (event.key === "Enter" && current) onChoose(current);
    else if (event.key === "Escape" && list) setOpen(false);
    // Enter would save the form, and the arrow keys would move the caret.
    else if (event.key !== "Enter") return;
    event.preventDefault();
  }

  return (
    <div className="flex flex-col gap-1">
      <TextField
        {...common}
        id={id}
        role="combobox"
        aria-expanded={Boolean(list?.length)}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current && optionId(current)}
        autoComplete="off"
        value={text}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
      />
      {/* The keyboard stays in the field; options never get the focus. */}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t("found")}
        className={list?.length ? "rounded-box border border-line-strong" : ""}
      >
        {list?.map((project) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={project.id}
            id={optionId(project)}
            role="option"
            tabIndex={-1}
            aria-selected={project === current}
            className={`min-h-11 cursor-pointer px-3 py-2 ${project === current ? "bg-accent-wash outline-2 outline-accent -outline-offset-2" : ""}`}
            onClick={() => onChoose(project)}
          >
            {project.title} <span className="text-muted">· {project.city}</span>
          </div>
        ))}
      </div>
      <p role="status" className="text-muted text-small">
        {isFailed && t("failed")}
        {list && !isFailed && t("count", { count: list.length })}
      </p>
    </div>
  );
}

/** Returns the result of a search; null before the first one. */
function useFound(text: string) {
  const { recordId } = useSurroundings();
  const [answer, setAnswer] = useState<{ found: FoundProject[] | null; isFailed: boolean }>({
    found: null,
    isFailed: false,
  });
  const asked = text.trim();
  useEffect(() => {
    if (asked === "") return setAnswer({ found: null, isFailed: false });
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const query = new URLSearchParams({ q: asked, not: recordId });
        const response = await fetch(`/api/office/projects?${query}`, { signal: stop.signal });
        const result: Result<FoundProject[]> = await response.json();
        setAnswer({ found: result.ok ? result.value : null, isFailed: !result.ok });
      } catch {
        if (!stop.signal.aborted) setAnswer({ found: null, isFailed: true });
      }
    }, debounceMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, recordId]);
  return answer;
}
