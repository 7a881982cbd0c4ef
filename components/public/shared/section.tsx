import { Since } from "@/components/record/shared/since";
import type { Day } from "@/lib/domain/values/day";

/** Shows a part of a page with a heading of its own, and since when it says the same where that is known. */
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
