export { default, generateMetadata } from "@/app/(public)/[locale]/focus-areas/[area]/page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
