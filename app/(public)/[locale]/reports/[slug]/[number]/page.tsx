import { reportMetadata, reportPage } from "@/app/(public)/report-page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
export const generateMetadata = reportMetadata;

/** Shows one freeze of a report, at a permanent address. */
export default reportPage;
