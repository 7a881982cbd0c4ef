export {
  default,
  generateMetadata,
} from "@/app/(public)/[locale]/cities/[city]/projects/[project]/page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
