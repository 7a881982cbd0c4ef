import { reportMetadata, reportPage } from "@/app/(public)/report-page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
export const generateMetadata = reportMetadata;

/** A report, as its newest freeze has it. */
export default reportPage;
