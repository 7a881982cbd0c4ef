"use client";
import { useTranslations } from "next-intl";
import { useDraft } from "@/components/record/draft/provider";
import { valueIn } from "@/lib/domain/record/typing";
import { isKeptAlike } from "@/lib/domain/values/tidy";

/** Shows the notes of one field: who else is in it, who changed it, and whether it is unsaved. */
export function FieldNotes({ field }: { field: string }) {
  const t = useTranslations("saving.field");
  const draft = useDraft();
  const names = [
    ...new Set(draft.colleagues.filter((each) => each.field === field).map(({ name }) => name)),
  ];
  const changed = draft.pendingRemote[field] ?? draft.remoteChanges[field];
  const state = stateOf(draft, field);
  if (names.length === 0 && !changed && !state) return null;
  return (
    // The note stands in the gap below the field, so that nothing moves while somebody types.
    <div className="relative -mt-3 h-0">
      <p
        aria-hidden="true"
        className="absolute top-1 right-0 flex max-w-full justify-end gap-x-2 text-small leading-5"
      >
        {names.length > 0 && (
          <span className="truncate rounded-box bg-accent-wash px-1.5 font-semibold">
            ● {t("here", { names: names.join(", "), count: names.length })}
          </span>
        )}
        {changed && (
          <span className="truncate rounded-box bg-accent-wash px-1.5">
            ↻ {changed.byName ? t("changedBy", { name: changed.byName }) : t("changed")}
          </span>
        )}
        {state && <span className="shrink-0 text-muted">{t(state)}</span>}
      </p>
    </div>
  );
}

function stateOf(draft: ReturnType<typeof useDraft>, field: string) {
  const isSent = draft.underway?.changes.some((edit) => edit.field === field) === true;
  if (isSent && draft.status.kind === "saving") return "saving";
  const isUnsaved =
    isSent ||
    (Object.hasOwn(draft.typed, field) && !isKeptAlike(draft.seen[field], valueIn(draft, field)));
  // A pending save needs no note; a failed one does.
  if (isUnsaved) return draft.failures > 0 || draft.setAside.includes(field) ? "unsaved" : null;
  return draft.focused === field && draft.savedFields.includes(field) ? "saved" : null;
}
