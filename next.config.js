import createNextIntlPlugin from "next-intl/plugin";

const withWords = createNextIntlPlugin("./lib/web/words.ts");

export default withWords({
  typedRoutes: true,
  poweredByHeader: false,
  experimental: { globalNotFound: true },
});
