import { reportCityMetadata, reportCityPage } from "@/app/(public)/report-city-page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
export const generateMetadata = reportCityMetadata;

/** Shows one city of a freeze, at a permanent address. */
export default reportCityPage;
