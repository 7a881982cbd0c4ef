import { useFormatter } from "next-intl";
import { byCity } from "@/lib/domain/report/cities";
import type { FrozenProject } from "@/lib/domain/report/report";

/** Shows the number of something in each city, with a link to the city's page that names them. */
export function ByCity({
  things,
  cityPath,
  part,
}: {
  things: { project: FrozenProject }[];
  /** The path of the pages of the report's cities. */
  cityPath: string;
  /** The section of a city's page: "changes". */
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
