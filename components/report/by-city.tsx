import { useFormatter } from "next-intl";
import { byCity } from "@/lib/domain/report/cities";
import type { FrozenProject } from "@/lib/domain/report/report";

/** Shows how many of something each city has, each leading to where its page names them. */
export function ByCity({
  things,
  cityPath,
  part,
}: {
  things: { project: FrozenProject }[];
  /** Where the pages of the report's cities lie. */
  cityPath: string;
  /** The part of a city's page: "changes". */
  part: string;
}) {
  const format = useFormatter();
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 pb-3">
      {byCity(things).map(({ slug, name, things: own }) => (
        <li key={slug}>
          <a href={`${cityPath}/${slug}#${part}`} className="inline-block py-1">
            {name}
          </a>{" "}
          {format.number(own.length)}
        </li>
      ))}
    </ul>
  );
}
