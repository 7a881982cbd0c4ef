"use client";
import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/forms/error-words";
import { useDraft } from "@/components/record/draft/provider";
import { ProjectField } from "@/components/record/fields/project-field";
import type { ProjectFields } from "@/lib/domain/record/project";
import { valueIn } from "@/lib/domain/record/typing";

/** Closings that need another project. */
const continuedElsewhere = ["merged_into", "replaced_by"] as const;

type Related = ProjectFields["relatedProjects"];

/**
 * Shows a select for the project into which this one was merged, or by which it was replaced, beside the closing. It is
 * stored among the related projects, so that it is entered once.
 */
export function SuccessorField() {
  const t = useTranslations("record.successor");
  const sentences = useErrorWords();
  const draft = useDraft();
  const closing = continuedElsewhere.find((each) => each === valueIn(draft, "closing"));
  if (!closing) return null;
  // The form holds the fields of a project: only projects have a closing.
  const related = valueIn(draft, "relatedProjects") as Related;
  const successor = related.find((item) => item.relation === closing);

  return (
    <ProjectField
      id="field-relatedProjects-successor"
      label={t(closing)}
      hint={t("hint")}
      errors={sentences(successor && draft.errors[`relatedProjects.${successor.id}.project`])}
      value={successor?.project}
      onChange={(project) =>
        draft.change("relatedProjects", withSuccessor(related, successor?.id, closing, project))
      }
    />
  );
}

/** An entry that holds only its project is removed with it. */
function withSuccessor(
  related: Related,
  id: string | undefined,
  relation: Related[number]["relation"],
  project: string | null,
): Related {
  if (id === undefined) {
    return [...related, { id: crypto.randomUUID(), relation, project, title: "", note: "" }];
  }
  return related.flatMap((item) => {
    if (item.id !== id) return [item];
    const isNothing = project === null && item.title === "" && item.note === "";
    return isNothing ? [] : [{ ...item, project }];
  });
}
