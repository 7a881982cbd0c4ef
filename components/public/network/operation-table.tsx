import { useTranslations } from "next-intl";
import { PlainTable } from "@/components/ui/plain-table";

/** Shows the operations of the open data: each address below /api/v1 with its answer and its parameters. */
export function OperationTable({
  operations,
}: {
  operations: { address: string; summary: string; parameters: string[] }[];
}) {
  const t = useTranslations("openData.page");
  return (
    <PlainTable
      label={t("addresses")}
      columns={[{ header: t("address") }, { header: t("answer") }, { header: t("parameters") }]}
      rows={operations.map(({ address, summary, parameters }) => ({
        key: address,
        cells: [
          <Address key="address" address={address} />,
          summary,
          <code key="parameters">{parameters.join(" ")}</code>,
        ],
      }))}
    />
  );
}

/** Shows the address, as a link when it has no required parameter. */
function Address({ address }: { address: string }) {
  const text = <code className="break-all">/api/v1{address}</code>;
  const isWhole = !address.includes("{") && address !== "/due.ics";
  return isWhole ? <a href={`/api/v1${address}`}>{text}</a> : text;
}
