import { findNameableProjects } from "@/lib/queries/record/related-projects";
import { readerRoute } from "@/lib/web/reader-route";

/** The projects that may be named as related: `?q=` is part of a title, `?not=` the project that would name them. */
export const GET = readerRoute(findNameableProjects);
