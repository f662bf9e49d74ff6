import type { LifecycleEntry } from '@openwaybill/schemas';
import { escaped, type Html } from './html.ts';
import type { Language } from './words.ts';

const BOX_WIDTH = 200;
const LEAST_HEIGHT = 32;
const START_HEIGHT = 12;
const GAP = 22;
const PORT = 11;
const LANE = 16;
const MARGIN = 34;

/** An arrow between two places of the column; 0 is where nothing exists yet. `rows` are rows of the table, from 1. */
type Arrow = { readonly from: number; readonly to: number; readonly rows: readonly number[] };

/** From so many states on, a row is one dashed arrow into its state: arrows from each of them would hide all others. */
const MANY = 5;

const isFromMany = ({ from, to }: LifecycleEntry['transitions'][number]): boolean =>
  from.length >= MANY && to !== 'SAME';

/** Every arrow of a lifecycle but those from many states, those between the same two places as one. */
const arrowsOf = ({ states, transitions }: LifecycleEntry): readonly Arrow[] => {
  const names = Object.keys(states);
  const arrows = new Map<string, Arrow>();
  transitions.forEach((row, at) => {
    if (isFromMany(row)) return;
    const sources = row.from.length === 0 ? [0] : row.from.map((name) => names.indexOf(name) + 1);
    for (const from of sources) {
      const to = row.to === 'SAME' ? from : names.indexOf(row.to) + 1;
      const key = `${from}>${to}`;
      const rows = [...(arrows.get(key)?.rows ?? []), at + 1];
      arrows.set(key, { from, to, rows });
    }
  });
  return [...arrows.values()];
};

/** Rows of the table that lead into a state from many, by the place of the state. */
const fromMany = ({
  states,
  transitions,
}: LifecycleEntry): ReadonlyMap<number, readonly number[]> => {
  const names = Object.keys(states);
  const rows = new Map<number, readonly number[]>();
  transitions.forEach((row, at) => {
    if (!isFromMany(row)) return;
    const to = names.indexOf(row.to) + 1;
    rows.set(to, [...(rows.get(to) ?? []), at + 1]);
  });
  return rows;
};

/** Arrows to one place on one side run together on one lane. */
type Lane = {
  readonly side: 1 | -1;
  readonly to: number;
  readonly arrows: readonly Arrow[];
  readonly top: number;
  readonly bottom: number;
};

const isStraight = ({ from, to }: Arrow): boolean => to === from + 1;
const isLoop = ({ from, to }: Arrow): boolean => to === from;

const lanesOf = (arrows: readonly Arrow[]): readonly Lane[] => {
  const lanes = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    if (isStraight(arrow) || isLoop(arrow)) continue;
    const key = `${arrow.to > arrow.from ? 1 : -1} ${arrow.to}`;
    lanes.set(key, [...(lanes.get(key) ?? []), arrow]);
  }
  return [...lanes].map(([key, together]) => {
    const [side, to] = key.split(' ').map(Number);
    const places = together.map(({ from }) => from);
    return {
      side: side === 1 ? 1 : -1,
      to: to ?? 0,
      arrows: together,
      top: Math.min(to ?? 0, ...places),
      bottom: Math.max(to ?? 0, ...places),
    };
  });
};

/** The track of each lane, from 0 beside the column outwards; lanes that overlap have different ones, short ones inside. */
const tracksOf = (lanes: readonly Lane[]): ReadonlyMap<Lane, number> => {
  const tracks = new Map<Lane, number>();
  const bySpan = lanes.toSorted((a, b) => a.bottom - a.top - (b.bottom - b.top) || a.to - b.to);
  for (const lane of bySpan) {
    const taken = new Set(
      [...tracks]
        .filter(
          ([other]) =>
            other.side === lane.side && other.top <= lane.bottom && lane.top <= other.bottom,
        )
        .map(([, track]) => track),
    );
    let track = 0;
    while (taken.has(track)) track += 1;
    tracks.set(lane, track);
  }
  return tracks;
};

/** Where arrows leave and reach a box on one side, from top to bottom. */
const portsOf = (
  lanes: readonly Lane[],
  entered: ReadonlyMap<number, unknown>,
  place: number,
  side: 1 | -1,
): readonly string[] =>
  [
    ...(side === -1 && entered.has(place) ? ['many'] : []),
    ...lanes
      .filter((lane) => lane.side === side)
      .flatMap((lane) => [
        ...(lane.to === place ? [`to ${lane.to}`] : []),
        ...lane.arrows.filter(({ from }) => from === place).map(({ to }) => `from ${to}`),
      ]),
  ].toSorted();

const text = (x: number, y: number, words: string, kind: string): Html =>
  `<text x="${x}" y="${y}" class="${kind}">${escaped(words)}</text>`;

/**
 * A lifecycle as a drawing: its states in a column, in their order; arrows down on the right and back on the left. The
 * numbers at the arrows are those of the rows of its table; behind ↻ stand those that leave the state as it is, and at a
 * dashed arrow those that lead there from many states.
 */
export const lifecycleDrawing = (lifecycle: LifecycleEntry, language: Language): Html => {
  const { states, title } = lifecycle;
  const arrows = arrowsOf(lifecycle);
  const lanes = lanesOf(arrows);
  const tracks = tracksOf(lanes);
  const entered = fromMany(lifecycle);
  const widthOf = (side: 1 | -1): number =>
    MARGIN +
    LANE * Math.max(0, ...[...tracks].map(([lane, track]) => (lane.side === side ? track + 1 : 0)));
  const left = widthOf(-1);
  const right = left + BOX_WIDTH;
  const middle = left + BOX_WIDTH / 2;

  const names = ['', ...Object.keys(states)];
  const boxes: { readonly top: number; readonly height: number }[] = [];
  for (const place of names.keys()) {
    const before = boxes.at(-1);
    const ports = Math.max(
      portsOf(lanes, entered, place, 1).length,
      portsOf(lanes, entered, place, -1).length,
    );
    boxes.push({
      top: before === undefined ? 2 : before.top + before.height + GAP,
      height: place === 0 ? START_HEIGHT : Math.max(LEAST_HEIGHT, PORT * (ports + 1)),
    });
  }
  const boxAt = (place: number) => boxes[place] ?? { top: 0, height: 0 };
  const portAt = (place: number, side: 1 | -1, port: string): number => {
    const ports = portsOf(lanes, entered, place, side);
    const { top, height } = boxAt(place);
    return top + (height * (ports.indexOf(port) + 1)) / (ports.length + 1);
  };
  const edgeOf = (place: number, side: 1 | -1): number => {
    if (place === 0) return middle + side * (START_HEIGHT / 2);
    return side === 1 ? right : left;
  };

  const straight = arrows.filter(isStraight).map(({ from, to, rows }) => {
    const start = boxAt(from).top + boxAt(from).height;
    const end = boxAt(to).top;
    return [
      `<path d="M${middle} ${start}V${end}" marker-end="url(#head)"/>`,
      text(middle + 5, (start + end) / 2 + 3, rows.join(', '), 'row'),
    ].join('');
  });
  const routed = lanes.flatMap((lane) => {
    const { side, to } = lane;
    const x = (side === 1 ? right : left) + side * (MARGIN - 8 + LANE * (tracks.get(lane) ?? 0));
    const end = portAt(to, side, `to ${to}`);
    return lane.arrows.map(({ from, rows }) => {
      const start = portAt(from, side, `from ${to}`);
      const edge = edgeOf(from, side);
      return [
        `<path d="M${edge} ${start}H${x}V${end}H${edgeOf(to, side)}" marker-end="url(#head)"/>`,
        text(edge + side * 4, start - 2, rows.join(', '), side === 1 ? 'row' : 'row end'),
      ].join('');
    });
  });
  const many = [...entered].map(([place, rows]) => {
    const y = portAt(place, -1, 'many');
    return [
      `<path class="many" d="M${left - MARGIN + 8} ${y}H${left}" marker-end="url(#head)"/>`,
      text(left - MARGIN + 6, y + 3, rows.join(', '), 'row end'),
    ].join('');
  });
  const drawn = names.slice(1).map((name, at) => {
    const { top, height } = boxAt(at + 1);
    const state = states[name];
    const loops = arrows.filter((arrow) => isLoop(arrow) && arrow.from === at + 1);
    const rows = loops.flatMap((arrow) => arrow.rows);
    const centre = top + height / 2;
    return [
      `<rect x="${left}" y="${top}" width="${BOX_WIDTH}" height="${height}" rx="5"/>`,
      ...(state?.terminal === true
        ? [
            `<rect x="${left + 3}" y="${top + 3}" width="${BOX_WIDTH - 6}" height="${height - 6}" rx="3"/>`,
          ]
        : []),
      text(middle, centre - 2, state?.[language] ?? '', 'title'),
      text(middle, centre + 11, name, 'name'),
      ...(rows.length === 0
        ? []
        : [text(left + BOX_WIDTH - 8, top + 13, `↻ ${rows.join(', ')}`, 'row end')]),
    ].join('');
  });

  const last = boxes.at(-1);
  const width = right + widthOf(1);
  const height = (last?.top ?? 0) + (last?.height ?? 0) + 2;
  return [
    `<svg class="lifecycle" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title[language])}">`,
    `<circle cx="${middle}" cy="${boxAt(0).top + START_HEIGHT / 2}" r="${START_HEIGHT / 2}"/>`,
    ...straight,
    ...routed,
    ...many,
    ...drawn,
    '</svg>',
  ].join('\n');
};
