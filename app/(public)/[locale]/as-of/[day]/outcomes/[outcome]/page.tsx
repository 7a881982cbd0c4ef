export { default, generateMetadata } from "@/app/(public)/[locale]/outcomes/[outcome]/page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
