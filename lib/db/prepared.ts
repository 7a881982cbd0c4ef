import "server-only";

/** What the driver takes for a statement without a name. */
const unnamed = "";

/** Sent so often, a statement is worth a name of its own. */
const often = 20;

/** More texts than the application has of its own; lists of other lengths make texts that are seldom sent twice. */
const maxStatements = 2_000;

/**
 * Names each statement that one process sends again and again, so that PostgreSQL keeps it parsed and planned for as
 * long as the connection lasts: otherwise a third of its work for a saved field is planning. A statement that is sent
 * for the first times, or that came after `maxStatements` others, has no name ("").
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
