/** A long computation that pauses now and then, so that a server can answer others before it goes on. */
export type Steps<T> = Generator<undefined, T>;

/** Runs a computation to its end. */
export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
