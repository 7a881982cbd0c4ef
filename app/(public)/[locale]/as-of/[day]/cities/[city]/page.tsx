export { default, generateMetadata } from "@/app/(public)/[locale]/cities/[city]/page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
