/** The middle of the slopes between all pairs of points: a few that lie far off do not move it. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const slopes = points.flatMap(([x, y], index) => points.slice(index + 1).map(([x2, y2]) => (y2 - y) / (x2 - x)));
  return slopes.sort((left, right) => left - right)[Math.floor(slopes.length / 2)] ?? 0;
}
