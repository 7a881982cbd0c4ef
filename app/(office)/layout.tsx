import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import "@/app/globals.css";

/** Shows the document of every page that officials work in. It shows nothing by itself; pages ask who is reading. */
export default async function OfficeDocument({ children }: { children: React.ReactNode }) {
  // What client components say. The words of public pages and of histories are read on the server alone, and every
  // page would carry them: a quarter of what a plain page weighs.
  const {
    public: _public,
    timeline: _timeline,
    feedback: _feedback,
    accessibility: _accessibility,
    ...words
  } = await getMessages();
  return (
    <html lang="en">
      <body>
        <NextIntlClientProvider messages={words}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
