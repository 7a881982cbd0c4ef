import { openText } from "@/lib/open-data/answer";
import { operations } from "@/lib/open-data/operations";
import { BadParameter } from "@/lib/open-data/problem";
import { listDue } from "@/lib/queries/public/due";
import { writeCalendar } from "@/lib/site/calendar";

/** Answers with the due dates of a city, as a calendar to subscribe to (iCalendar, RFC 5545). */
export function GET(request: Request): Promise<Response> {
  return openText(request, operations["/due.ics"], async ({ city }) => {
    const found = await listDue(city);
    if (!found) throw new BadParameter("city");
    const text = writeCalendar(found.cityName, found.due);
    return { text, mediaType: "text/calendar; charset=utf-8" };
  });
}
