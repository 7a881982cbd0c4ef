import { useLocale, useTranslations } from "next-intl";
import { type FileFacts, fileKinds, isPicture, previewSize } from "@/lib/domain/record/file";

/**
 * Shows a file of evidence: an image as an image, another file by its name, type and size. `base` is the address for
 * its readers: "/api/v1/files" for everybody, "/api/office/files" for officials.
 */
export function EvidenceFile({
  file,
  alternativeText,
  base,
}: {
  file: FileFacts;
  alternativeText: string;
  base: "/api/v1/files" | "/api/office/files";
}) {
  const t = useTranslations("evidence");
  const address = `${base}/${file.id}`;
  const size = previewSize(file);
  return (
    <figure className="flex min-w-0 max-w-full flex-col items-start gap-1">
      {isPicture(file) && size && (
        <a href={address} className="block max-w-full">
          {/* biome-ignore lint/performance/noImgElement: the file is a small preview, and public pages run no script */}
          <img
            src={`${address}?size=preview`}
            alt={alternativeText || t("noDescription", { name: file.name })}
            width={size.width}
            height={size.height}
            loading="lazy"
            decoding="async"
            className="h-auto max-h-96 w-auto max-w-full rounded-box border border-line"
          />
        </a>
      )}
      <figcaption className="text-small [overflow-wrap:anywhere]">
        <a href={address} className="inline-block py-2">
          {file.name}
        </a>{" "}
        <FileKind file={file} />
      </figcaption>
    </figure>
  );
}

/** Shows the type and size of a file. */
function FileKind({ file }: { file: Pick<FileFacts, "mediaType" | "bytes"> }) {
  const t = useTranslations("evidence");
  const fileSize = useFileSize();
  return (
    <span className="text-muted">
      {t("kindAndSize", {
        kind: t(`kinds.${fileKinds[file.mediaType].kind}`),
        size: fileSize(file.bytes),
      })}
    </span>
  );
}

/** Returns a function that writes a number of bytes as file managers do: 1 MB is 1024 × 1024. */
export function useFileSize(): (bytes: number) => string {
  const locale = useLocale();
  return (bytes) => {
    const isSmall = bytes < 1024 * 1024;
    return new Intl.NumberFormat(locale, {
      style: "unit",
      unit: isSmall ? "kilobyte" : "megabyte",
      maximumFractionDigits: isSmall ? 0 : 1,
    }).format(isSmall ? Math.max(1, bytes / 1024) : bytes / 1024 / 1024);
  };
}
