import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository, whatever folder a script is started from. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where an installation keeps what is its own: the embedded database, its secret, its demo accounts. */
export const dataDirectory = join(root, ".data");
