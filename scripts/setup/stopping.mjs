const closings = [];
let isStopping = false;
let isListening = false;

/**
 * Calls `close` when this process ends for any reason. What was started last ends first, for example the web server
 * before its database. Returns a function that removes it again.
 */
export function whenStopping(close) {
  listenForSignals();
  closings.push(close);
  return () => {
    const index = closings.indexOf(close);
    if (index >= 0) closings.splice(index, 1);
  };
}

/** Ends all that this process started, one after the other, and then the process. */
export async function stopEverything(exitCode) {
  if (isStopping) return;
  isStopping = true;
  for (const close of closings.toReversed()) await close().catch(() => {});
  process.exit(exitCode);
}

/** Returns true when the process is ending: failures from then on are caused by that. */
export function hasStopBegun() {
  return isStopping;
}

function listenForSignals() {
  if (isListening) return;
  isListening = true;
  // Ctrl-C may arrive twice, from the terminal and from npm. Only the first one counts.
  for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })) {
    process.on(signal, () => stopEverything(process.exitCode ?? 128 + number));
  }
  if (process.env.npm_lifecycle_event) stopWithShell();
}

/** npm passes a signal to the shell between it and this process, and that shell just ends. */
function stopWithShell() {
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && stopEverything(process.exitCode ?? 143), 250).unref();
}
