"use client";
import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { type Action, ask } from "@/components/forms/ask";
import { useRefusalWords } from "@/components/forms/refusal-words";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

export type SavedViewsProps = {
  personId: string;
  views: { id: string; name: string; query: string }[];
  saveAction: Action<null>;
  removeAction: Action<null>;
};

/** Shows the reader's saved views: open one, save the current one, rename or remove one. */
export function SavedViews({
  personId,
  views,
  saveAction,
  removeAction,
  path,
  query,
}: SavedViewsProps & {
  path: string;
  /** The current query string. */
  query: string;
}) {
  const t = useTranslations("table.views");
  const { said, errors, send } = useSender();
  const head = useRef<HTMLElement>(null);
  const [renamedId, setRenamedId] = useState<string | null>(null);
  const keep = (name: string, kept: { viewId: string; query: string }) =>
    send(saveAction, { personId, name, ...kept }, t("saved", { name }));
  async function remove({ id, name }: { id: string; name: string }) {
    // The view and its button are removed together.
    if (await send(removeAction, { viewId: id }, t("removed", { name }))) head.current?.focus();
  }
  return (
    <details className="relative">
      <summary
        ref={head}
        className="flex min-h-11 cursor-pointer items-center rounded-box border border-line-strong px-4 font-semibold hover:bg-wash"
      >
        {t("title")}
      </summary>
      <div className="right-0 z-10 mt-1 flex flex-col gap-3 rounded-box border border-line-strong bg-white p-4 sm:absolute sm:w-96">
        {views.length === 0 && <p className="text-muted">{t("none")}</p>}
        <ul>
          {views.map((view) => (
            <li key={view.id} className="border-line border-b py-1">
              {renamedId === view.id ? (
                <NameForm
                  label={t("newName")}
                  button={t("saveName")}
                  name={view.name}
                  errors={errors}
                  onCancel={() => setRenamedId(null)}
                  onName={async (name) => {
                    if (await keep(name, { viewId: view.id, query: view.query }))
                      setRenamedId(null);
                  }}
                />
              ) : (
                <ViewRow
                  view={view}
                  href={(view.query ? `${path}?${view.query}` : path) as Route}
                  isCurrent={view.query === query}
                  onRename={() => setRenamedId(view.id)}
                  onRemove={() => remove(view)}
                />
              )}
            </li>
          ))}
        </ul>
        {renamedId === null && (
          <NameForm
            label={t("name")}
            hint={t("nameHint")}
            button={t("save")}
            name=""
            errors={errors}
            onName={(name) => keep(name, { viewId: "", query })}
          />
        )}
        <p role="status">{said}</p>
      </div>
    </details>
  );
}

/** Shows a link to a saved view, and the buttons to rename and to remove it. */
function ViewRow({
  view: { name },
  href,
  isCurrent,
  onRename,
  onRemove,
}: {
  view: { name: string };
  href: Route;
  isCurrent: boolean;
  onRename: () => void;
  onRemove: () => void;
}) {
  const t = useTranslations("table.views");
  return (
    <div className="flex flex-wrap items-center">
      <Link
        href={href}
        prefetch={false}
        scroll={false}
        aria-current={isCurrent ? "true" : undefined}
        className="min-w-0 grow py-2.5 aria-[current]:font-semibold"
      >
        {name}
      </Link>
      <Button look="quiet" aria-label={t("renameOf", { name })} onClick={onRename}>
        {t("rename")}
      </Button>
      <Button look="quiet" aria-label={t("removeOf", { name })} onClick={onRemove}>
        {t("remove")}
      </Button>
    </div>
  );
}

function NameForm({
  label,
  hint,
  button,
  name: given,
  errors,
  onName,
  onCancel,
}: {
  label: string;
  hint?: string;
  button: string;
  name: string;
  errors: string[];
  onName: (name: string) => void;
  onCancel?: () => void;
}) {
  const t = useTranslations("table.views");
  const [name, setName] = useState(given);
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onName(name);
      }}
    >
      <TextField
        label={label}
        hint={hint}
        errors={errors}
        // The name gets the focus when somebody renames.
        autoFocus={onCancel !== undefined}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="flex gap-2">
        <Button type="submit">{button}</Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t("cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Returns a function that sends to an action, and its result: a sentence or errors. */
function useSender() {
  const t = useTranslations("table.views");
  const refusalWords = useRefusalWords();
  const [{ said, errors }, setAnswer] = useState({ said: "", errors: [] as string[] });
  async function send(action: Action<null>, fields: Record<string, string>, words: string) {
    const asked = await ask(action, fields);
    if ("failure" in asked) {
      setAnswer({ said: "", errors: [t(asked.failure)] });
      return false;
    }
    const { refusal } = asked.answer;
    if (refusal === null) {
      setAnswer({ said: words, errors: [] });
      return true;
    }
    const { text, details } = refusalWords(refusal);
    setAnswer({ said: "", errors: details.length > 0 ? details : [text] });
    return false;
  }
  return { said, errors, send };
}
