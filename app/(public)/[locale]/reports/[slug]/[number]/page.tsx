import { reportMetadata, reportPage } from "@/app/(public)/report-page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
export const generateMetadata = reportMetadata;

/** One freeze of a report, at its address for good. */
export default reportPage;
