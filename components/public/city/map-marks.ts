import { forceCollide, forceSimulation, forceX, forceY } from "d3-force";

/** The radius of a mark, in units of the map. */
export const markRadius = 14;

/** The position of a mark, and of the place that it marks. */
export type MapMark = { x: number; y: number; placeX: number; placeY: number; isMoved: boolean };

/**
 * Returns positions for marks so that none covers another: each as near to its place as the others allow, all within
 * the map. The result is the same for the same places, in whole units.
 */
export function placeMarks(
  places: { x: number; y: number }[],
  { width, height }: { width: number; height: number },
): MapMark[] {
  const nodes = places.map(({ x, y }) => ({ x, y, placeX: x, placeY: y }));
  const edge = markRadius + 1;
  const within = (value: number, length: number) => Math.min(Math.max(value, edge), length - edge);
  const simulation = forceSimulation(nodes)
    .force("x", forceX<(typeof nodes)[number]>((node) => node.placeX).strength(0.15))
    .force("y", forceY<(typeof nodes)[number]>((node) => node.placeY).strength(0.15))
    .force("apart", forceCollide(markRadius + 1.5).iterations(8))
    .stop();
  for (let tick = 0; tick < 300; tick++) {
    simulation.tick();
    for (const node of nodes) {
      node.x = within(node.x, width);
      node.y = within(node.y, height);
    }
  }
  return nodes.map(({ x, y, placeX, placeY }) => ({
    x: Math.round(x),
    y: Math.round(y),
    placeX: Math.round(placeX),
    placeY: Math.round(placeY),
    isMoved: Math.hypot(x - placeX, y - placeY) > markRadius * 0.7,
  }));
}
