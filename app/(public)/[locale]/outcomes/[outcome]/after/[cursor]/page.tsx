import { outcomeMetadata, outcomePage } from "@/app/(public)/outcome-page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
export const generateMetadata = outcomeMetadata;

/** Shows the projects that state an outcome, from a cursor on. */
export default outcomePage;
