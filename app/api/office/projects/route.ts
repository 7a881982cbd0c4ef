import { findNameableProjects } from "@/lib/queries/record/related-projects";
import { readerRoute } from "@/lib/web/reader-route";

/**
 * Answers with projects that can be selected as related: `?q=` is part of a title, `?not=` the project that would refer
 * to them.
 */
export const GET = readerRoute(findNameableProjects);
