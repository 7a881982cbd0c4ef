/** A record is what is drafted, reviewed and published: a plan's profile or a project. */
export type RecordKind = "plan" | "project";
