/**
 * How things are called that a value names by their id: a project, a milestone. `href` leads there, where there is a
 * page its reader may open.
 */
export type Names = Record<string, { text: string; href: string | null }>;
