import "server-only";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { FrameworkTerms } from "@/lib/domain/record/framework";

const term = { slug: true, name: true, description: true } as const;

/** What the terms of a framework are made of, to be read in one statement with what is written in them. */
export const frameworkColumns = {
  slug: true,
  name: true,
  outcomes: { select: term, orderBy: { position: "asc" } },
  focusAreas: {
    select: {
      ...term,
      types: { select: { slug: true, name: true }, orderBy: { name: "asc" } },
    },
    orderBy: { position: "asc" },
  },
} as const satisfies Prisma.FrameworkSelect;

/** Reads a row of `frameworkColumns`. */
export function toFrameworkTerms(
  framework: Prisma.FrameworkGetPayload<{ select: typeof frameworkColumns }>,
): FrameworkTerms {
  return {
    ...framework,
    focusAreas: framework.focusAreas.map(({ types, ...area }) => ({
      ...area,
      projectTypes: types.map((type) => ({ ...type, description: "" })),
    })),
  };
}

/** The terms of a framework in their order; throws when there is no such framework. */
export async function getFrameworkTerms(
  tx: Tx,
  where: { id: string } | { slug: string },
): Promise<FrameworkTerms> {
  return toFrameworkTerms(
    await tx.framework.findUniqueOrThrow({ where, select: frameworkColumns }),
  );
}
