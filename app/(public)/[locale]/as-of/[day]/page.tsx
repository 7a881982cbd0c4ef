export { default, generateMetadata } from "@/app/(public)/[locale]/page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
