import "server-only";

/** The driver takes this as a statement without a name. */
const unnamed = "";

/** A statement sent this often gets a name. */
const often = 20;

/** More texts than the application has itself; lists of other lengths make texts that are seldom sent twice. */
const maxStatements = 2_000;

/**
 * Names frequent statements so that PostgreSQL prepares them: planning is otherwise a third of the work of saving a
 * field. A statement that is new, or that came after `maxStatements` others, has no name ("").
 */
export function nameOftenSent(): (query: { sql: string }) => string {
  const sent = new Map<string, { name: string; times: number }>();
  return ({ sql }) => {
    const known = sent.get(sql);
    if (!known) {
      if (sent.size < maxStatements) sent.set(sql, { name: `often_${sent.size}`, times: 1 });
      return unnamed;
    }
    known.times++;
    return known.times > often ? known.name : unnamed;
  };
}
