export { default, generateMetadata } from "@/app/(public)/[locale]/partners/[partner]/page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
