import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import "@/app/globals.css";

/** Shows the document of every office page. It shows no data; each page reads the session. */
export default async function OfficeDocument({ children }: { children: React.ReactNode }) {
  // The messages for client components. Those of public pages and of histories are only used on the server; leaving
  // them out makes a plain page a quarter smaller.
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
