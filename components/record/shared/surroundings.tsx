"use client";
import { createContext, useCallback, useContext, useMemo, useState } from "react";
import type { Locale } from "@/lib/domain/language/locale";
import type { Answers } from "@/lib/domain/record/answers";
import type { Names } from "@/lib/domain/values/names";
import type { Point } from "@/lib/domain/values/place";

/** Land around a city as rings of longitude and latitude. */
export type Land = [number, number][][];

/** The facts that a form has about its record besides the fields. */
export type RecordSurroundings = {
  recordId: string;
  city: { name: string; countryCode: string } & Point;
  land: Land;
  /** The languages into which the city can translate its texts. */
  languages: Locale[];
  /** The names of the projects to which the draft refers, and of what answers its targets. */
  names: Names;
  /** What may answer a target of the plan. */
  answers: Answers;
};

type Surroundings = RecordSurroundings & {
  /** Stores the name of a project that was just selected. */
  learn: (id: string, name: Names[string]) => void;
};

const SurroundingsContext = createContext<Surroundings | null>(null);

/** Returns the surroundings of the form around this component. */
export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (!surroundings) throw new Error("useSurroundings needs a SurroundingsProvider around it");
  return surroundings;
}

export function SurroundingsProvider({
  value,
  children,
}: {
  value: RecordSurroundings;
  children: React.ReactNode;
}) {
  const [learned, setLearned] = useState<Names>({});
  const learn = useCallback((id: string, name: Names[string]) => {
    setLearned((known) => ({ ...known, [id]: name }));
  }, []);
  const all = useMemo(
    () => ({ ...value, names: { ...learned, ...value.names }, learn }),
    [value, learned, learn],
  );
  return <SurroundingsContext value={all}>{children}</SurroundingsContext>;
}
