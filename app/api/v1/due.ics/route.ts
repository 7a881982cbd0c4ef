import * as z from "zod";
import { listDue } from "@/lib/queries/public-due";
import { writeCalendar } from "@/lib/web/calendar";
import { BadParameter, openData, TextAnswer } from "@/lib/web/open-data";

/** What is due in a city and when, as a calendar to subscribe to (iCalendar, RFC 5545). */
export function GET(request: Request): Promise<Response> {
  return openData(request, { city: z.string() }, async ({ city }) => {
    const found = await listDue(city);
    if (!found) throw new BadParameter("city");
    return new TextAnswer(writeCalendar(found.cityName, found.due), "text/calendar; charset=utf-8");
  });
}
