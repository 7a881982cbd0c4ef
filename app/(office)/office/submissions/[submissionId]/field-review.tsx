import { useTranslations } from "next-intl";
import { PlainValue, type Shown, termName } from "@/components/record/diff/value";
import { formatAmount } from "@/components/record/shared/amount";
import { useChoiceWords } from "@/components/record/shared/choice-words";
import { useClaimNames } from "@/components/record/shared/claims";
import { AskAboutField } from "@/components/review/ask-about-field";
import { Thread, type ThreadActions } from "@/components/review/thread";
import { Moment } from "@/components/ui/moment";
import type { SignedIn } from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import type { FieldSpec, ListSpec } from "@/lib/domain/record/fields";
import type { ProjectFields } from "@/lib/domain/record/project";
import { refusalOf } from "@/lib/domain/review/steps";
import { suggestibleParts } from "@/lib/domain/review/suggestion";
import type { Item } from "@/lib/domain/values/item";
import type { findSubmission } from "@/lib/queries/review/submissions";
import {
  answerSuggestionAction,
  openThreadAction,
  replyAction,
  resolveThreadAction,
} from "./actions";

type Found = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;

/** Shows the context of a changed field: its author, its evidence, its threads, and a form to ask. */
export function FieldReview({
  spec,
  submission,
  reader,
  shown,
  timeZone,
}: {
  spec: FieldSpec;
  submission: Found;
  reader: SignedIn;
  shown: Shown;
  timeZone: string;
}) {
  const t = useTranslations("threads");
  const itemName = useItemName(shown);
  const writer = submission.writers[spec.name];
  const value = (submission.fields as Record<string, unknown>)[spec.name];
  const items =
    spec.kind === "list"
      ? (value as Item[]).map((item, place) => ({
          value: item.id,
          label: itemName(spec, item).slice(0, 80) || String(place + 1),
        }))
      : [];
  const mayAsk = refusalOf("ask", submission, reader) === null;
  return (
    <>
      {writer && (
        <p className="text-muted text-small">
          {t("wroteLast", { name: writer.byName })}{" "}
          <Moment at={new Date(writer.at)} timeZone={timeZone} locale={shown.locale} />
        </p>
      )}
      <EvidenceBeside spec={spec} fields={submission.fields} shown={shown} />
      {submission.threads
        .filter((thread) => thread.field === spec.name)
        .map((thread) => (
          <Thread
            key={thread.id}
            thread={thread}
            kind={submission.kind}
            itemName={items.find((item) => item.value === thread.itemId)?.label ?? null}
            actions={actionsOf(reader, submission)}
            shown={shown}
            timeZone={timeZone}
          />
        ))}
      {mayAsk && (
        <AskAboutField
          // The form is folded again after the question is added.
          key={submission.threads.length}
          action={openThreadAction}
          submissionId={submission.id}
          spec={spec}
          parts={suggestibleParts(submission.kind, spec.name)}
          value={value}
          items={items}
          framework={shown.framework}
        />
      )}
    </>
  );
}

/** Returns a function that names a list item: a term by its name, an amount with its currency. */
function useItemName({ framework, locale }: Shown) {
  const choiceWords = useChoiceWords();
  return (list: ListSpec, item: Item): string => {
    const spec = list.item.find((part) => part.name === list.namedBy);
    const value = String(item[list.namedBy] ?? "");
    if (!spec || value === "") return "";
    if (spec.kind === "framework") return termName(framework, spec.options, value);
    if (spec.kind === "choice") return choiceWords(spec, value);
    return spec.kind === "decimal" ? formatAmount(value, item["currency"], locale) : value;
  };
}

/**
 * Returns the actions that this reader may take in the threads of a submission, by the rules that the commands check.
 */
function actionsOf(reader: SignedIn, { city }: Found): ThreadActions {
  const may = { cityId: city.id, countryCode: city.country.code };
  return {
    reply: can(reader, "submission.comment", may) ? replyAction : undefined,
    answer: can(reader, "draft.edit", may) ? answerSuggestionAction : undefined,
    resolve: ({ openedById }) =>
      can(reader, "thread.resolve", { openedById }) ? resolveThreadAction : undefined,
  };
}

const claimsOf: Record<string, string[]> = {
  stage: ["completion"],
  milestones: ["milestone"],
  indicators: ["reading"],
  budget: ["budget"],
};

/** Shows the evidence for the claims of a field, opened beside it. */
function EvidenceBeside({
  spec,
  fields,
  shown,
}: {
  spec: FieldSpec;
  fields: object;
  shown: Shown;
}) {
  const t = useTranslations("threads");
  const namesIn = useClaimNames();
  const claims = claimsOf[spec.name];
  if (!claims || !("evidence" in fields)) return null;
  const names = namesIn(fields);
  const evidence = (fields as ProjectFields).evidence.filter(({ claim }) => claims.includes(claim));
  if (evidence.length === 0) return null;
  return (
    <section aria-label={t("evidence")} className="flex flex-col gap-1 border-line border-l-2 pl-4">
      <p className="font-semibold text-small">{t("evidence")}</p>
      <ul className="flex flex-col gap-2">
        {evidence.map((entry) => (
          <li key={entry.id}>
            <p>
              {[entry.claimOf && names[entry.claimOf]?.text, entry.text].filter(Boolean).join(": ")}
            </p>
            {entry.file && (
              <PlainValue spec={{ name: "file", kind: "file" }} value={entry.file} shown={shown} />
            )}
            {entry.source && <a href={entry.source}>{entry.source}</a>}
          </li>
        ))}
      </ul>
    </section>
  );
}
