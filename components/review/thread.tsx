import { useTranslations } from "next-intl";
import { PlainValue, type Shown } from "@/components/record/diff/value";
import { useFieldWords } from "@/components/record/shared/field-words";
import { Comments } from "@/components/review/comments";
import { StepForm } from "@/components/review/step-form";
import { Moment } from "@/components/ui/moment";
import { fieldSpecs } from "@/lib/domain/record/fields";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { FormState } from "@/lib/domain/result/form-state";
import type { Suggestion } from "@/lib/domain/review/suggestion";

type Act = (before: FormState<void>, form: FormData) => Promise<FormState<void>>;

export type ThreadRow = {
  id: string;
  field: string;
  itemId: string | null;
  openedById: string;
  suggestion: Suggestion | null;
  answer: "accepted" | "declined" | null;
  answeredBy: { name: string } | null;
  answeredAt: Date | null;
  resolvedAt: Date | null;
  resolvedBy: { name: string } | null;
  comments: { id: string; text: string; at: Date; by: { name: string } }[];
};

/** The actions that this reader may take in threads; the others are missing. */
export type ThreadActions = {
  reply?: Act | undefined;
  resolve?: ((thread: ThreadRow) => Act | undefined) | undefined;
  answer?: Act | undefined;
};

/** Shows a thread; a resolved one is folded. */
export function Thread({
  thread,
  kind,
  itemName,
  actions,
  shown,
  timeZone,
}: {
  thread: ThreadRow;
  kind: RecordKind;
  /** The name of its item; null for the whole field. */
  itemName: string | null;
  actions: ThreadActions;
  shown: Shown;
  timeZone: string;
}) {
  const t = useTranslations("threads");
  const body = (
    <ThreadBody
      thread={thread}
      kind={kind}
      itemName={itemName}
      actions={actions}
      shown={shown}
      timeZone={timeZone}
    />
  );
  if (thread.resolvedAt) {
    return (
      <details id={`thread-${thread.id}`} className="border-line border-l-4 pl-4">
        <summary className="min-h-11 cursor-pointer py-2 text-muted">
          {`✓ ${t("resolved", { name: thread.resolvedBy?.name ?? "" })}`}
        </summary>
        {body}
      </details>
    );
  }
  return (
    <section
      id={`thread-${thread.id}`}
      aria-label={t("open")}
      className="break-inside-avoid border-accent border-l-4 bg-accent-wash py-2 pl-4"
    >
      <p className="font-semibold text-small">{`? ${t("open")}`}</p>
      {body}
    </section>
  );
}

/** Shows the messages of a thread, its suggestion, and what the reader may do with it. */
function ThreadBody({
  thread,
  kind,
  itemName,
  actions,
  shown,
  timeZone,
}: React.ComponentProps<typeof Thread>) {
  const t = useTranslations("threads");
  const resolve = actions.resolve?.(thread);
  const takeAnswer = actions.answer;
  const threadId = thread.id;
  return (
    <div className="flex flex-col gap-2">
      {itemName && <p className="font-semibold">{itemName}</p>}
      <Comments comments={thread.comments} timeZone={timeZone} locale={shown.locale} />
      {thread.suggestion && (
        <SuggestedValue thread={thread} kind={kind} shown={shown} timeZone={timeZone} />
      )}
      <div className="flex flex-wrap items-start gap-3 print:hidden">
        {thread.suggestion &&
          !thread.answer &&
          takeAnswer &&
          (["accepted", "declined"] as const).map((answer) => (
            <StepForm
              key={answer}
              action={takeAnswer}
              given={{ threadId, answer }}
              button={t(answer === "accepted" ? "accept" : "decline")}
              look={answer === "accepted" ? "primary" : "secondary"}
            />
          ))}
        {resolve && (
          <StepForm
            action={resolve}
            given={{ threadId, to: thread.resolvedAt ? "open" : "resolved" }}
            button={t(thread.resolvedAt ? "reopen" : "resolve")}
            look="secondary"
          />
        )}
      </div>
      {actions.reply && !thread.resolvedAt && (
        <details className="print:hidden">
          <summary className="min-h-11 cursor-pointer py-2 text-accent">{t("reply")}</summary>
          <StepForm
            action={actions.reply}
            given={{ threadId }}
            button={t("send")}
            look="secondary"
            fields={[{ kind: "text", name: "text", label: t("replyText") }]}
          />
        </details>
      )}
    </div>
  );
}

/** Shows the suggested value beside the submitted one, and the answer to it. */
function SuggestedValue({
  thread,
  kind,
  shown,
  timeZone,
}: {
  thread: ThreadRow;
  kind: RecordKind;
  shown: Shown;
  timeZone: string;
}) {
  const t = useTranslations("threads");
  const words = useFieldWords();
  const { suggestion, field, answer, answeredBy, answeredAt } = thread;
  if (!suggestion) return null;
  const list = fieldSpecs[kind].find((spec) => spec.name === field);
  const spec =
    list?.kind === "list" ? list.item.find((part) => part.name === suggestion.part) : list;
  if (!spec) return null;
  return (
    <div>
      <p className="text-muted text-small">
        {suggestion.part === null
          ? t("suggested")
          : t("suggestedPart", { part: words(field, suggestion.part) })}
      </p>
      <p>
        <del>
          <PlainValue spec={spec} value={suggestion.seen} shown={shown} />
        </del>
        {" → "}
        <ins>
          <PlainValue spec={spec} value={suggestion.value} shown={shown} />
        </ins>
      </p>
      {answer && answeredAt && (
        <p className="text-small">
          {`${answer === "accepted" ? "✓" : "✗"} ${t(answer, { name: answeredBy?.name ?? "" })}, `}
          <Moment at={answeredAt} timeZone={timeZone} locale={shown.locale} />
        </p>
      )}
    </div>
  );
}
