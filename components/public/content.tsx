import { contentLanguage } from "@/lib/domain/locale";

/** What a record says, in the language it was published in, which need not be the page's. */
export function Content({ children }: { children: React.ReactNode }) {
  return <span lang={contentLanguage}>{children}</span>;
}
