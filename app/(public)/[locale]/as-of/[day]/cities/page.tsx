export { default, generateMetadata } from "@/app/(public)/[locale]/cities/page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
