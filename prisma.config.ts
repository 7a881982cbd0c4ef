import { defineConfig } from "prisma/config";

// `prisma generate` asks for an engine it does not use, and downloads it from the internet when it finds none.
// Any program that exists answers the question, so nothing is downloaded.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;

export default defineConfig({ schema: "prisma/schema.prisma" });
