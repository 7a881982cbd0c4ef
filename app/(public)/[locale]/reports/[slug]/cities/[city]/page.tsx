import { reportCityMetadata, reportCityPage } from "@/app/(public)/report-city-page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
export const generateMetadata = reportCityMetadata;

/** One city of a report, as its newest freeze has it. */
export default reportCityPage;
