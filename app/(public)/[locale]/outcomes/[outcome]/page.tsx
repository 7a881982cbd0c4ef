import { outcomeMetadata, outcomePage } from "@/app/(public)/outcome-page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
export const generateMetadata = outcomeMetadata;

/** Shows one outcome of the framework, and the first projects that state it. */
export default outcomePage;
