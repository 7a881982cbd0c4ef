import { Since } from "@/components/record/shared/since";
import type { Day } from "@/lib/domain/values/day";

/** Shows a section of a page with a heading, and since when it has not changed, if known. */
export function Section({
  title,
  id,
  since = null,
  children,
}: {
  title: React.ReactNode;
  id?: string;
  since?: Day | null;
  children: React.ReactNode;
}) {
  return (
    <section id={id} className="flex flex-col gap-4 pt-10">
      <div>
        <h2 className="font-bold text-h2">{title}</h2>
        {since && <Since day={since} />}
      </div>
      {children}
    </section>
  );
}
