/** The formats in which a freeze can be downloaded. */
export const reportFileFormats = ["pdf", "docx", "xlsx", "csv", "json"] as const;
export type ReportFileFormat = (typeof reportFileFormats)[number];

/** The media type of each format. */
export const reportMediaTypes: Record<ReportFileFormat, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  json: "application/json",
};
