/**
 * Names of the things that a value refers to by id: a project, a milestone. `href` is the address of its page, if there
 * is one that the reader may open.
 */
export type Names = Record<string, { text: string; href: string | null }>;
