import { findPartnerChoices } from "@/lib/queries/organisation/partner-choices";
import { readerRoute } from "@/lib/web/reader-route";

/** Answers with what partners' names mean in the projects of a country, `?country=TH`. */
export const GET = readerRoute(findPartnerChoices);
