import { NextIntlClientProvider } from "next-intl";
import "@/app/globals.css";

/** The document of every page that officials work in. It shows nothing by itself; pages ask who is reading. */
export default function OfficeDocument({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <NextIntlClientProvider>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
