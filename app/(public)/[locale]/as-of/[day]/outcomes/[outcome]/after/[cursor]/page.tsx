export {
  default,
  generateMetadata,
} from "@/app/(public)/[locale]/outcomes/[outcome]/after/[cursor]/page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
