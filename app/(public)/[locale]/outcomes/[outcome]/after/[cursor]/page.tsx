import { outcomeMetadata, outcomePage } from "@/app/(public)/outcome-page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
export const generateMetadata = outcomeMetadata;

/** The projects that state an outcome, from a place in their list on. */
export default outcomePage;
