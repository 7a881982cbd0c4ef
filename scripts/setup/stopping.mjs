const closings = [];
let isStopping = false;
let isListening = false;

/**
 * Has `close` called when this process ends, in good times or bad, the newest first: what was started last ends
 * first, the web server before its database. Answers a function that takes the promise back.
 */
export function whenStopping(close) {
  listenForSignals();
  closings.push(close);
  return () => {
    const index = closings.indexOf(close);
    if (index >= 0) closings.splice(index, 1);
  };
}

/** Ends everything this process has started, one after the other, and then the process. */
export async function stopEverything(exitCode) {
  if (isStopping) return;
  isStopping = true;
  for (const close of closings.toReversed()) await close().catch(() => {});
  process.exit(exitCode);
}

/** Returns whether the end has begun: what fails from then on fails because it was stopped. */
export function hasStopBegun() {
  return isStopping;
}

function listenForSignals() {
  if (isListening) return;
  isListening = true;
  // Pressed once, Ctrl-C may arrive twice, from the terminal and from npm. Only the first counts.
  for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })) {
    process.on(signal, () => stopEverything(process.exitCode ?? 128 + number));
  }
  if (process.env.npm_lifecycle_event) stopWithShell();
}

/** npm passes a signal on to the shell between it and us, and that shell just ends. */
function stopWithShell() {
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && stopEverything(process.exitCode ?? 143), 250).unref();
}
