import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository, whatever the working directory. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The folder for the installation's own data: the embedded database, its secret, its demo accounts. */
export const dataDirectory = join(root, ".data");
