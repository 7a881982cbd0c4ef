/** What the queue's address says; what is not said is left out. */
export function queueAddress(state: {
  part: string;
  country: string | undefined;
  city: string | undefined;
  after?: string | undefined;
}): string {
  const said = Object.entries(state).flatMap(([key, value]) =>
    value ? [[key, value] as [string, string]] : [],
  );
  return `/office/submissions?${new URLSearchParams(said)}`;
}
