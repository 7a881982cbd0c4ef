import {
  type GeoPermissibleObjects,
  type GeoProjection,
  type GeoStreamWrapper,
  geoPath,
} from "d3-geo";

/** Returns the rings of a shape as projected points. */
export function ringsOf(
  shape: GeoPermissibleObjects,
  projection: GeoProjection | GeoStreamWrapper,
): [number, number][][] {
  const rings: [number, number][][] = [];
  const add = (x: number, y: number) => rings.at(-1)?.push([x, y]);
  geoPath(projection, {
    beginPath() {},
    moveTo(x, y) {
      rings.push([]);
      add(x, y);
    },
    lineTo: add,
    arc() {},
    closePath() {},
  })(shape);
  return rings;
}
