import { reportMetadata, reportPage } from "@/app/(public)/report-page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
export const generateMetadata = reportMetadata;

/** Shows a report in its newest freeze. */
export default reportPage;
