import "server-only";
import type { Tx } from "@/lib/db/client";
import type { FrameworkTerms } from "@/lib/domain/framework";

/** The terms of a framework in their order; throws when there is no such framework. */
export async function getFrameworkTerms(
  tx: Tx,
  where: { id: string } | { slug: string },
): Promise<FrameworkTerms> {
  const term = { slug: true, name: true, description: true } as const;
  const framework = await tx.framework.findUniqueOrThrow({
    where,
    select: {
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
    },
  });
  return {
    ...framework,
    focusAreas: framework.focusAreas.map(({ types, ...area }) => ({
      ...area,
      projectTypes: types.map((type) => ({ ...type, description: "" })),
    })),
  };
}
