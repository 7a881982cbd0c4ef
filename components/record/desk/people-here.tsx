"use client";
import { useTranslations } from "next-intl";
import { useDraft } from "@/components/record/draft/provider";
import { useFieldWords } from "@/components/record/shared/field-words";

/** The number of people who are named; the others are counted. */
const named = 3;

/** Shows who else has the record open, and in which field. */
export function PeopleHere() {
  const t = useTranslations("saving.people");
  const words = useFieldWords();
  const { colleagues } = useDraft();
  if (colleagues.length === 0) return null;
  const people = colleagues.map(({ name, field, isSelf }) => {
    const who = isSelf ? t("you") : name;
    return field ? t("person", { name: who, field: words(field) }) : who;
  });
  const present = [...new Set(people)];
  const more = present.length > named ? [t("more", { count: present.length - named })] : [];
  return (
    <p className="basis-full text-small">
      <span aria-hidden="true" className="text-accent">
        ●{" "}
      </span>
      {t("here", { people: [...present.slice(0, named), ...more].join(" · ") })}
    </p>
  );
}

/** Announces the changes of other people to screen readers. */
export function AnnouncedChanges() {
  const t = useTranslations("saving.announce");
  const words = useFieldWords();
  const { remoteChanges } = useDraft();
  const names = [...new Set(Object.values(remoteChanges).map(({ byName }) => byName))];
  return (
    <p role="status" className="sr-only">
      {names.map((name) => {
        const fields = Object.entries(remoteChanges)
          .filter(([, { byName }]) => byName === name)
          .map(([field]) => words(field))
          .join(", ");
        return (
          <span key={name}>
            {name ? t("changedBy", { name, fields }) : t("changed", { fields })}{" "}
          </span>
        );
      })}
    </p>
  );
}
