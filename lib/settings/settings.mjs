/**
 * @typedef {object} Settings
 * @property {string} DATABASE_URL the PostgreSQL database
 * @property {string | undefined} DATABASE_OWNER_URL the same database for its owner, who migrates it; DATABASE_URL can then
 *   be a role that can add to the history but not change it
 * @property {string} NEXTAUTH_SECRET signs sessions and one-time links
 * @property {string} NEXTAUTH_URL the address of this installation, without a slash at its end
 * @property {number} PORT
 * @property {string | undefined} HOST the network address to listen on; all of them when not set
 * @property {string | undefined} SMTP_URL the mail server; without one no mail is sent
 * @property {string} MAIL_FROM the sender of every mail
 * @property {number} TRUSTED_PROXIES how many of your proxies stand in front, each appending to X-Forwarded-For
 * @property {number} OPEN_DATA_PER_MINUTE how many answers of open data one network address gets in a minute; 0 means no limit
 * @property {number} PAGES_PER_MINUTE how many uncached pages are rendered for one network (/24, or /64 of IPv6) in a
 *   minute; 0 means no limit
 * @property {boolean} DEMO whether demo accounts are made
 * @property {string} DATA_DIR the folder for the installation's files
 * @property {string | undefined} CHROMIUM_PATH the Chromium that prints reports as PDF; the system's when not set
 * @property {S3 | undefined} FILES_S3 the storage of evidence instead of DATA_DIR: the five settings FILES_S3_…
 */

/** @typedef {{ endpoint: string, bucket: string, region: string, key: string, secret: string }} S3 */

/** @typedef {{ name: string, problem: string, example: string }} SettingProblem */

/**
 * Reads the settings from environment variables and lists everything that is wrong with them. It needs no package, so
 * that a wrong setting is reported before anything is installed. It never repeats a value, which may be secret.
 *
 * @param {Record<string, string | undefined>} variables
 * @returns {{ settings: Settings, problems: SettingProblem[] }}
 */
export function readSettings(variables) {
  /** @type {SettingProblem[]} */
  const problems = [];

  /**
   * @template T
   * @param {string} name
   * @param {(text: string) => T | undefined} parse answers undefined for a value that will not do
   * @param {T | undefined} fallback undefined when the variable is required
   * @param {{ wanted: string, example: string, optional?: true }} words
   * @returns {T}
   */
  function read(name, parse, fallback, { wanted, example, optional }) {
    const text = variables[name]?.trim();
    const value = text ? parse(text) : fallback;
    if (value === undefined && (text || !optional)) {
      problems.push({
        name,
        problem: text ? `must be ${wanted}` : `is missing: ${wanted}`,
        example,
      });
    }
    // When there is a problem, nobody uses the settings.
    return /** @type {T} */ (value);
  }

  const NEXTAUTH_URL = read(
    "NEXTAUTH_URL",
    (text) => urlOf(text, ["http:", "https:"])?.replace(/\/+$/, ""),
    undefined,
    {
      wanted: "the address people will open, beginning with https:// or http://",
      example: "https://plans.example.org",
    },
  );
  const settings = {
    DATABASE_URL: read(
      "DATABASE_URL",
      (text) => urlOf(text, ["postgres:", "postgresql:"]),
      undefined,
      {
        wanted: "the address of a PostgreSQL database",
        example: "postgresql://tracker:password@localhost:5432/tracker",
      },
    ),
    DATABASE_OWNER_URL: read(
      "DATABASE_OWNER_URL",
      (text) => urlOf(text, ["postgres:", "postgresql:"]),
      undefined,
      {
        wanted: "the address of the same PostgreSQL database for the role that owns it",
        example: "postgresql://owner:password@localhost:5432/tracker",
        optional: true,
      },
    ),
    NEXTAUTH_SECRET: read(
      "NEXTAUTH_SECRET",
      (text) => (text.length >= 32 ? text : undefined),
      undefined,
      {
        wanted: "a random text of at min 32 characters",
        example: "what `openssl rand -base64 48` prints",
      },
    ),
    NEXTAUTH_URL,
    PORT: read("PORT", (text) => integerOf(text, 1, 65_535), 3000, {
      wanted: "a port number from 1 to 65535",
      example: "3000",
    }),
    HOST: read("HOST", (text) => text, undefined, {
      wanted: "a network address",
      example: "127.0.0.1",
      optional: true,
    }),
    SMTP_URL: read("SMTP_URL", (text) => urlOf(text, ["smtp:", "smtps:"]), undefined, {
      wanted: "the address of a mail server",
      example: "smtps://user:password@mail.example.org",
      optional: true,
    }),
    MAIL_FROM: read(
      "MAIL_FROM",
      (text) => (/^[^@]*[^@\s]@[^@\s]+$/.test(text) ? text : undefined),
      senderAt(NEXTAUTH_URL),
      {
        wanted: "an e-mail address, with a name before it or not",
        example: "City action plans <plans@example.org>",
        optional: true,
      },
    ),
    TRUSTED_PROXIES: read("TRUSTED_PROXIES", (text) => integerOf(text, 0, 10), 0, {
      wanted: "the number of your own proxies in front of this server, from 0 to 10",
      example: "1",
    }),
    OPEN_DATA_PER_MINUTE: read("OPEN_DATA_PER_MINUTE", (text) => integerOf(text, 0, 1e6), 1200, {
      wanted: "a number of answers in a minute, or 0 for no limit",
      example: "1200",
    }),
    PAGES_PER_MINUTE: read("PAGES_PER_MINUTE", (text) => integerOf(text, 0, 1e6), 240, {
      wanted: "a number of pages in a minute, or 0 for no limit",
      example: "240",
    }),
    DEMO: read("DEMO", (text) => ({ 0: false, 1: true })[text], false, {
      wanted: "1 or 0",
      example: "1",
    }),
    DATA_DIR: read("DATA_DIR", (text) => text, ".data", { wanted: "a folder", example: ".data" }),
    CHROMIUM_PATH: read("CHROMIUM_PATH", (text) => text, undefined, {
      wanted: "the path of a Chromium",
      example: "/usr/bin/chromium-headless-shell",
      optional: true,
    }),
    FILES_S3: readS3(variables, read),
  };
  return { settings, problems };
}

/**
 * Returns the S3-compatible storage for files: its five settings are given together or not at all.
 *
 * @param {Record<string, string | undefined>} variables
 * @param {(name: string, parse: (text: string) => string | undefined, fallback: undefined, words: { wanted: string,
 * example: string }) => string} read
 * @returns {S3 | undefined}
 */
function readS3(variables, read) {
  const names = ["ENDPOINT", "BUCKET", "REGION", "KEY", "SECRET"].map((name) => `FILES_S3_${name}`);
  if (!names.some((name) => variables[name]?.trim())) return undefined;
  const together = "; the five FILES_S3 settings go together";
  /** @param {string} text */
  const any = (text) => text;
  return {
    endpoint: read(
      "FILES_S3_ENDPOINT",
      (text) => urlOf(text, ["http:", "https:"])?.replace(/\/+$/, ""),
      undefined,
      {
        wanted: `the address of a storage that speaks S3${together}`,
        example: "https://s3.ap-southeast-1.amazonaws.com",
      },
    ),
    bucket: read(
      "FILES_S3_BUCKET",
      (text) => (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text) ? text : undefined),
      undefined,
      { wanted: `the name of a bucket${together}`, example: "city-action-plans" },
    ),
    region: read("FILES_S3_REGION", any, undefined, {
      wanted: `the region of the bucket${together}`,
      example: "ap-southeast-1",
    }),
    key: read("FILES_S3_KEY", any, undefined, {
      wanted: `the id of an access key${together}`,
      example: "the id that your storage shows beside its secret",
    }),
    secret: read("FILES_S3_SECRET", any, undefined, {
      wanted: `the secret of that access key${together}`,
      example: "what your storage showed once when the key was made",
    }),
  };
}

/**
 * Returns one message that names each wrong variable with its problem and an example.
 *
 * @param {SettingProblem[]} problems
 */
export function describeProblems(problems) {
  const lines = problems.map(
    ({ name, problem, example }) => `  ${name} ${problem}\n    for example: ${example}`,
  );
  return `These settings need your attention (environment variables):\n${lines.join("\n")}`;
}

/**
 * Returns in one line why the server cannot listen on its port, and what to do about it.
 *
 * @param {{ code?: string, message: string }} error
 * @param {number} port
 */
export function explainListenError(error, port) {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} is already in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`;
  }
  if (error.code === "EACCES")
    return `Port ${port} is for the system's administrator. Choose another: PORT=3000 npm start`;
  return `The server cannot listen on port ${port}: ${error.message}`;
}

/**
 * @param {string} text
 * @param {string[]} protocols
 */
function urlOf(text, protocols) {
  if (!URL.canParse(text)) return undefined;
  return protocols.includes(new URL(text).protocol) ? text : undefined;
}

/**
 * @param {string} text
 * @param {number} min
 * @param {number} max
 */
function integerOf(text, min, max) {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= min && value <= max ? value : undefined;
}

/** @param {string | undefined} url */
function senderAt(url) {
  return url ? `no-reply@${new URL(url).hostname}` : undefined;
}
