import "server-only";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { FrameworkTerms } from "@/lib/domain/record/framework";

const term = { slug: true, name: true, description: true } as const;

/** The columns that make a framework's terms, to be read in one statement with the text of the terms. */
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

/** Converts a row of `frameworkColumns`. */
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

/** Returns the terms of a framework in their order; throws when the framework does not exist. */
export async function getFrameworkTerms(
  tx: Tx,
  where: { id: string } | { slug: string },
): Promise<FrameworkTerms> {
  return toFrameworkTerms(
    await tx.framework.findUniqueOrThrow({ where, select: frameworkColumns }),
  );
}
