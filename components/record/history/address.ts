/** Returns the address of a record's history; empty values are left out. */
export function historyAddress(path: string, said: Record<string, string | undefined>): string {
  const query = Object.entries(said).flatMap(([key, value]) =>
    value ? [[key, value] as [string, string]] : [],
  );
  return query.length === 0 ? path : `${path}?${new URLSearchParams(query)}`;
}
