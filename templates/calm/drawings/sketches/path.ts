/** A path that winds from the first week to the last, with a box to tick at each. */
import { through, type Draw } from './sketch.ts';

/** So many boxes stand in a row where their labels then take no more lines than those of fewer. */
const MOST = 6;
const FEWER = 4;

export const path: Draw = ({ width, count, cell, gap, labelHeight }) => {
  const most = labelHeight(width / MOST) > labelHeight(width / FEWER) ? FEWER : MOST;
  const rows = Math.ceil(count / most);
  const inRow = Math.ceil(count / rows);
  const own = width / inRow;
  const label = labelHeight(own);
  // Between two rows the path goes back to the left.
  const high = cell + label + 2 * gap;
  const places = Array.from({ length: count }, (_, index) => ({
    left: (index % inRow) * own,
    top: Math.floor(index / inRow) * high,
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
  return { height: rows * high - 2 * gap, lines: '', dashed: steps.join(' '), places };
};
