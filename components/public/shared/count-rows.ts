import type { CountRow } from "@/components/public/shared/count-table";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/**
 * Returns the rows of a CountTable for terms of the framework. `rest` adds a row for projects that name no term, if
 * there are any.
 */
export function countRows(
  context: PageContext,
  {
    terms,
    aggregate,
    path,
    filter,
    filters = {},
    rest,
  }: {
    terms: { slug: string; name: string }[];
    aggregate: Record<string, number>;
    /** The path of the terms' own pages: "/outcomes". */
    path: string;
    /** The filter of the list of projects for a term. */
    filter: string;
    filters?: Record<string, string>;
    rest?: { name: string; total: number };
  },
): CountRow[] {
  const rows = terms.map(({ slug, name }) => ({
    key: slug,
    name,
    href: addressOf(context, `${path}/${slug}`),
    count: aggregate[slug] ?? 0,
    listHref: addressOf(context, "/projects", { ...filters, [filter]: slug }),
  }));
  const named = rows.reduce((sum, row) => sum + row.count, 0);
  if (!rest || rest.total <= named) return rows;
  return [
    ...rows,
    {
      key: "none",
      name: rest.name,
      href: null,
      count: rest.total - named,
      listHref: addressOf(context, "/projects", { ...filters, [filter]: "none" }),
    },
  ];
}
