import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/**
 * Calls `work` with Prisma's schema engine as WebAssembly, which needs a database even to compare two schemas. `prisma
 * migrate` would download a program from the internet for the same work; this needs only npm.
 */
export async function withSchemaEngine(databaseUrl, work) {
  const [{ default: pg }, { PrismaPg }, { bindMigrationAwareSqlAdapterFactory }] =
    await Promise.all([
      import("pg"),
      import("@prisma/adapter-pg"),
      import("@prisma/driver-adapter-utils"),
    ]);
  bindings ??= loadBindings();
  const { SchemaEngine } = await bindings;
  // The engine never closes its connections, so the pool is ours.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, lock_timeout: 10_000 });
  try {
    const factory = runScriptsWhole(new PrismaPg(pool), pool);
    return await work(
      await SchemaEngine.new(
        { datamodels: undefined },
        () => {},
        bindMigrationAwareSqlAdapterFactory(factory),
      ),
    );
  } finally {
    await pool.end();
  }
}

/**
 * Sends each script whole. The adapter cuts a script at every semicolon, also inside functions, strings and comments,
 * and runs the pieces one by one. Sent whole, a script is one transaction: a failed migration leaves nothing behind.
 */
function runScriptsWhole(factory, pool) {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script);
      } catch (error) {
        adapter.onError(error);
      }
    };
    return adapter;
  };
  return factory;
}

// Loaded once for each process, because the bindings keep their instance in a variable of their own.
let bindings;

/** Node 20 cannot import a .wasm file, which the package's own entry point does. */
async function loadBindings() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message(message) {
      throw new Error(`Prisma's schema engine failed: ${message}`);
    },
  };
  const loaded = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const module = await WebAssembly.compile(await readFile(entry.replace(/\.js$/, "_bg.wasm")));
  const { exports } = new WebAssembly.Instance(module, { "./schema_engine_bg.js": loaded });
  loaded.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  return loaded;
}
