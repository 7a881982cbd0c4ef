import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";

/** Shows the documents from which a record's information comes, each with its link if it has one. */
export function SourceList({
  sources,
}: {
  sources: { id: string; title: string; address: string }[];
}) {
  const t = useTranslations("public.provenance");
  if (sources.length === 0) return <p>{t("noSources")}</p>;
  return (
    <ul className="flex max-w-text list-disc flex-col gap-1 pl-5">
      {sources.map((source) => (
        <li key={source.id}>
          {source.address ? (
            <a href={source.address}>
              <Content>{source.title || source.address}</Content>
            </a>
          ) : (
            <Content>{source.title}</Content>
          )}
        </li>
      ))}
    </ul>
  );
}
