import { useFormatter, useTranslations } from "next-intl";
import { PlainTable } from "@/components/ui/plain-table";

export type CountRow = {
  key: string;
  name: string;
  /** The address of the row's own page; null when it has none. */
  href: string | null;
  count: number;
  /** The address of the list that the number counts. */
  listHref: string;
};

/** Shows numbers of projects, each with a link to its list and a bar; the longest bar is the highest number. */
export function CountTable({
  label,
  header,
  rows,
}: {
  label: string;
  header: string;
  rows: CountRow[];
}) {
  const t = useTranslations("public.home");
  const format = useFormatter();
  const highest = Math.max(1, ...rows.map((row) => row.count));
  return (
    <PlainTable
      label={label}
      columns={[
        { header },
        { header: t("projects"), align: "end" },
        { header: <span className="sr-only">{t("share")}</span>, isWide: true },
      ]}
      rows={rows.map((row) => ({
        key: row.key,
        cells: [
          <span key="name">{row.href ? <a href={row.href}>{row.name}</a> : row.name}</span>,
          <a key="count" href={row.listHref}>
            {format.number(row.count)}
          </a>,
          <svg
            key="bar"
            aria-hidden="true"
            viewBox="0 0 200 12"
            preserveAspectRatio="none"
            className="h-3 w-full min-w-32 text-accent"
          >
            <rect width={Math.round((row.count / highest) * 200)} height="12" fill="currentColor" />
          </svg>,
        ],
      }))}
    />
  );
}
