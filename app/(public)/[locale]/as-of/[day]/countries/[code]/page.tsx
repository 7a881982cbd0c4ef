export { default, generateMetadata } from "@/app/(public)/[locale]/countries/[code]/page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
