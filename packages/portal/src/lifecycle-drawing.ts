import type { LifecycleEntry } from '@openwaybill/schemas';
import type { Language } from './block.ts';
import { escapeHtml } from './escape.ts';

const LEFT = 236;
const COLUMN = 76;
const ROW = 30;
/** Width of a sign, Latin and Han, and what a head that is written upwards to the right has of its length. */
const SIGN = { latin: 6.7, han: 11.5 };
const SLANT = { height: 0.62, reach: 0.79 };

const lengthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? SIGN.han : SIGN.latin), 0);

type Transition = LifecycleEntry['transitions'][number];

/** Columns of the states that a row leads from, and of those that it leads to. */
const endsOf = ({ from, to }: Transition, columnOf: (state: string) => number) => ({
  from: from.map(columnOf).toSorted((a, b) => a - b),
  to: to === 'SAME' ? undefined : columnOf(to),
});

/**
 * A lifecycle as a score: a column for each state, a row for each transition, in the order of the table. An arrow leads
 * from the states in which the row applies to the state that it makes; a ring is a state that stays as it is.
 */
export const lifecycleDrawing = (
  { states, transitions }: LifecycleEntry,
  language: Language,
  linkOf: (transition: Transition) => string | undefined,
): string => {
  const names = Object.keys(states);
  const xOf = (column: number): number => LEFT + COLUMN / 2 + column * COLUMN;
  const columnOf = (state: string): number => names.indexOf(state);
  const lengths = names.map((name) =>
    Math.max(lengthOf(name), lengthOf(states[name]?.[language] ?? '')),
  );
  const head = Math.round(34 + Math.max(0, ...lengths) * SLANT.height);
  const width = Math.max(
    LEFT + names.length * COLUMN,
    ...lengths.map((length, column) => Math.round(xOf(column) + 12 + length * SLANT.reach)),
  );
  const bottom = head + transitions.length * ROW + 8;
  const titles = names.map((name, column) => {
    const state = states[name];
    const x = xOf(column);
    return `<g transform="translate(${x} ${head - 14}) rotate(-38)"><text class="state">${escapeHtml(name)}</text><text class="title" y="13">${escapeHtml(state?.[language] ?? '')}</text></g><line class="life" x1="${x}" y1="${head - 6}" x2="${x}" y2="${bottom}"/>${
      state?.terminal
        ? `<circle class="end" cx="${x}" cy="${bottom}" r="6"/><circle class="core" cx="${x}" cy="${bottom}" r="2.5"/>`
        : ''
    }`;
  });
  const rows = transitions.map((row, at) => {
    const y = head + at * ROW + ROW / 2;
    const { from, to } = endsOf(row, columnOf);
    const label = `<text class="on" x="0" y="${y + 4}">${escapeHtml(row.on.length > 30 ? `${row.on.slice(0, 29)}…` : row.on)}</text>`;
    const link = linkOf(row);
    const marks: string[] = [];
    if (to === undefined)
      for (const column of from)
        marks.push(`<circle class="ring" cx="${xOf(column)}" cy="${y}" r="5"/>`);
    else {
      const target = xOf(to);
      const sources = from.length === 0 ? [LEFT - 4] : from.map(xOf);
      for (const side of [-1, 1]) {
        const far = sources.filter((x) => Math.sign(x - target) === side);
        const outmost = side < 0 ? Math.min(...far) : Math.max(...far);
        if (far.length > 0)
          marks.push(
            `<line class="way" x1="${outmost}" y1="${y}" x2="${target + side * 7}" y2="${y}"/><path class="tip" d="M${target} ${y}l${side * 8} -4v8z"/>`,
          );
      }
      for (const x of sources)
        marks.push(
          x === target
            ? `<circle class="ring" cx="${x}" cy="${y}" r="5"/>`
            : `<circle class="${from.length === 0 ? 'birth' : 'dot'}" cx="${x}" cy="${y}" r="3.5"/>`,
        );
    }
    return `<g class="${row.kind}"><line class="rule" x1="0" y1="${y + ROW / 2}" x2="${width}" y2="${y + ROW / 2}"/>${link === undefined ? label : `<a href="${link}" tabindex="-1">${label}</a>`}${marks.join('')}</g>`;
  });
  return `<svg class="life" viewBox="0 0 ${width} ${bottom + 10}" width="${width}" height="${bottom + 10}" aria-hidden="true">${titles.join('')}${rows.join('')}</svg>`;
};
