import type { EnglishMessages } from "../generated/english";
import office from "./office.json";
import publicMessages from "./public.json";

declare module "next-intl" {
  /** What next-intl checks every key, value and tag by. Its locale is not ours: it is told how Intl writes days. */
  interface AppConfig {
    Messages: EnglishMessages;
  }
}

/**
 * The English messages: public.json has those that every language has, and office.json those that only English has.
 * Their type says which values each takes; it is generated from the two files (scripts/setup/type-messages.mjs).
 */
export const words = { ...publicMessages, ...office } satisfies Record<
  keyof EnglishMessages,
  object
> as EnglishMessages;
