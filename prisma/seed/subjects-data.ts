import { readFileSync } from "node:fs";
import * as z from "zod";
import { idOf } from "./ids";
import { indicatorId } from "./known-facts";

const text = z.string().min(1);

const data = z.object({
  subjects: z.array(
    z.object({
      slug: text,
      name: text,
      description: text,
      names: z.record(text, text),
      searchWords: z.record(text, z.array(text)),
    }),
  ),
  /** "project|PROJECT", "target|CITY|INDEX" or "indicator|PROJECT|KEY" → subjects, the first one first. */
  of: z.record(text, z.array(text).min(1)),
});

export type SubjectData = z.output<typeof data>["subjects"][number];

/** What is about which subjects: the id of a project, or of a target or an indicator, with the city that it is of. */
export type SubjectsOfItem = {
  citySlug: string;
  /** The project that it is, or that holds it; null where the plan of the city holds it. */
  project: string | null;
  itemId: string;
  subjects: string[];
};

/** The subjects of the network, and what is about each; throws where the file is not what it should be. */
export function readSubjects(): { subjects: SubjectData[]; ofItems: SubjectsOfItem[] } {
  const file = new URL("./data/subjects.json", import.meta.url);
  const { subjects, of } = data.parse(JSON.parse(readFileSync(file, "utf8")));
  return {
    subjects,
    ofItems: Object.entries(of).map(([key, named]) => ({ ...itemOf(key), subjects: named })),
  };
}

function itemOf(key: string) {
  const [kind = "", name = "", part = ""] = key.split("|");
  const [citySlug = ""] = name.split("--");
  switch (kind) {
    case "project":
      return { citySlug, project: name, itemId: idOf("project", name) };
    case "indicator":
      return { citySlug, project: name, itemId: indicatorId(name, part) };
    case "target":
      return { citySlug, project: null, itemId: idOf("plan", name, "strategicTargets", part) };
    default:
      throw new Error(`Nothing of this kind has a subject: ${key}`);
  }
}
