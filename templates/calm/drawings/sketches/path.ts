/** A path that winds from the first week to the last, with a box to tick at each. */
import { through, type Draw } from './sketch.ts';

const IN_ROW = 4;

export const path: Draw = ({ width, count, cell, gap, labelHeight }) => {
  const own = width / IN_ROW;
  const label = labelHeight(own);
  // Between two rows the path goes back to the left.
  const high = cell + label + 2 * gap;
  const places = Array.from({ length: count }, (_, index) => ({
    left: (index % IN_ROW) * own,
    top: Math.floor(index / IN_ROW) * high,
    width: own,
    lines: 0,
    centred: true,
  }));
  const air = gap / 3;
  const steps = places.slice(0, -1).map((place, index) => {
    const next = places[index + 1] ?? place;
    const [x, y] = [place.left + own / 2 + cell / 2 + air, place.top + cell / 2];
    const end = { x: next.left + own / 2 - cell / 2 - air, y: next.top + cell / 2 };
    if (next.top === place.top) return through(x, y, end.x, end.y);
    const back = place.top + cell + label + gap / 2 + 2;
    const [right, left, bend] = [width - 2, 2, gap];
    return [
      `M${x} ${y} C${right} ${y} ${right} ${y} ${right} ${(y + back) / 2} C${right} ${back} ${right} ${back} ${right - bend} ${back}`,
      `L${left + bend} ${back} C${left} ${back} ${left} ${back} ${left} ${(back + end.y) / 2} C${left} ${end.y} ${left} ${end.y} ${end.x} ${end.y}`,
    ].join(' ');
  });
  return { height: Math.ceil(count / IN_ROW) * high - 2 * gap, lines: '', dashed: steps.join(' '), places };
};
