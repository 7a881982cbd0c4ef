import "server-only";
import { join } from "node:path";
import { toDay } from "@/lib/domain/values/day";
import { findDump, type KeptDump, keepDump } from "@/lib/files/dumps";
import { inWorkFolder } from "@/lib/files/uploads";
import { writeDump } from "@/lib/open-data/write-dump";
import { findMark, maxPublicationMs, type PublicMark } from "@/lib/queries/public/mark";
import { isWithheldSince } from "@/lib/queries/public/withheld";

/** The file that this process is making. */
let underWay: Promise<KeptDump> | null = null;

/**
 * Makes the file with all open data if the last one does not hold what is public now. Each process makes one at a time.
 */
export async function makeDump(at = new Date()): Promise<void> {
  const [mark, dump] = await Promise.all([findMark(at), findDump()]);
  if (dump && holds(dump, mark, at) && !(await mayHoldWithheld(dump))) return;
  await makeOnce(mark, at);
}

/** Returns the file with all open data; null when there is none without withheld records. */
export async function getDump(): Promise<KeptDump | null> {
  const dump = await findDump();
  return dump && !(await mayHoldWithheld(dump)) ? dump : null;
}

/** Starts to make the file unless another call does already, and does not wait for it. */
export async function beginDump(): Promise<void> {
  const at = new Date();
  makeOnce(await findMark(at), at).catch((error: unknown) => {
    console.error("The file with all open data could not be made", error);
  });
}

async function makeOnce(mark: PublicMark, begunAt: Date): Promise<KeptDump> {
  underWay ??= make(mark, begunAt).finally(() => {
    underWay = null;
  });
  return underWay;
}

function make({ changedAt }: PublicMark, begunAt: Date): Promise<KeptDump> {
  return inWorkFolder(async (folder) => {
    const path = join(folder, "dump.zip");
    await writeDump(folder, path, begunAt);
    return keepDump(path, { begunAt, changedAt });
  });
}

/**
 * Returns true when the file is complete and current: nothing was published since, and no earlier publication could
 * become visible after it was begun. The file states what became of dates as of the day on which it was begun, so it is
 * made again every day.
 */
function holds({ begunAt, changedAt }: KeptDump, mark: PublicMark, at: Date): boolean {
  return (
    toDay(begunAt) === toDay(at) &&
    changedAt.getTime() === mark.changedAt.getTime() &&
    begunAt.getTime() - changedAt.getTime() >= maxPublicationMs
  );
}

/** A withholding becomes visible a little after its recorded time, as a publication does. */
function mayHoldWithheld({ begunAt }: KeptDump): Promise<boolean> {
  return isWithheldSince(new Date(begunAt.getTime() - maxPublicationMs));
}
