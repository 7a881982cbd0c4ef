/** A part of a page with a heading of its own. */
export function Section({
  title,
  id,
  children,
}: {
  title: React.ReactNode;
  id?: string;
  children: React.ReactNode;
}) {
  return (
    <section id={id} className="flex flex-col gap-4 pt-10">
      <h2 className="font-bold text-h2">{title}</h2>
      {children}
    </section>
  );
}
