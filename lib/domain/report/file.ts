/** In which forms a freeze can be taken home. */
export const reportFileFormats = ["pdf", "docx", "xlsx", "csv", "json"] as const;
export type ReportFileFormat = (typeof reportFileFormats)[number];

/** What a file of each form is. */
export const reportMediaTypes: Record<ReportFileFormat, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  json: "application/json",
};
