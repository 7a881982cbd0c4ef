import fc from "fast-check";
import { expect, test } from "vitest";
import { markRadius, placeMarks } from "@/components/public/city/map-marks";
import { mapStateOf } from "@/components/public/city/mark";
import cities from "@/prisma/seed/data/cities.json";

const frame = { width: 720, height: 520 };

function distances(marks: { x: number; y: number }[]) {
  return marks.flatMap((a, index) =>
    marks.slice(index + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
  );
}

test("marks of places that are close together do not overlap, and stay near their places and within the map", () => {
  // The distances include the smallest one between cities of the network on the map, and smaller ones.
  const places = cities.map((city, index) => ({
    x: 100 + (city.lng - 92) * 13,
    y: index % 7 === 0 ? 300 : 420 - city.lat * 13,
  }));
  const marks = placeMarks(places, frame);
  expect(Math.min(...distances(marks))).toBeGreaterThan(markRadius * 1.9);
  for (const mark of marks) {
    expect(Math.hypot(mark.x - mark.placeX, mark.y - mark.placeY)).toBeLessThan(markRadius * 6);
  }
  expect(placeMarks(places, frame)).toEqual(marks);
});

test("every mark is within the map, wherever its place is", () => {
  const place = fc.record({
    x: fc.integer({ min: 0, max: 720 }),
    y: fc.integer({ min: 0, max: 520 }),
  });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 12 }), (places) => {
      for (const { x, y } of placeMarks(places, frame)) {
        expect(x).toBeGreaterThanOrEqual(markRadius);
        expect(x).toBeLessThanOrEqual(frame.width - markRadius);
        expect(y).toBeGreaterThanOrEqual(markRadius);
        expect(y).toBeLessThanOrEqual(frame.height - markRadius);
      }
    }),
    { numRuns: 30 },
  );
});

test("a mark that is alone stands in its place, without a line", () => {
  expect(placeMarks([{ x: 100, y: 200 }], frame)).toEqual([
    { x: 100, y: 200, placeX: 100, placeY: 200, isMoved: false },
  ]);
});

test("a city's mark says whether it has completed projects, listed ones or none", () => {
  const of = (total: number, completed: number) =>
    mapStateOf({ total, byStage: { planning: 0, ongoing: 0, completed, not_stated: 0 } });
  expect([of(3, 1), of(3, 0), of(0, 0)]).toEqual(["completed", "listed", "none"]);
});
