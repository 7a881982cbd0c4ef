/** The files of words that public pages say, in every language; what else stands in messages/en is the office's. */
export const publicNamespaces = [
  "accessibility",
  "chain",
  "charts",
  "choices",
  "diff",
  "evidence",
  "feedback",
  "fields",
  "local",
  "network",
  "progress",
  "public",
  "reports",
  "story",
  "terms",
] as const;
