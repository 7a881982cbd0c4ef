import { PageHeader } from "@/components/ui/page-header";

/** Shows a page with one narrow column and without the office's frame, for people who are not signed in. */
export function Letter({
  title,
  intro,
  children,
}: {
  title: string;
  intro?: string;
  children: React.ReactNode;
}) {
  return (
    <main className="mx-auto flex w-full max-w-lg flex-col px-4 pb-16">
      <PageHeader title={title}>{intro && <p>{intro}</p>}</PageHeader>
      <div className="flex flex-col gap-6">{children}</div>
    </main>
  );
}
