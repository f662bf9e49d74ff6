import { POLICY, type Viewer } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { CELL_COUNT, isSeenAs, PURPOSE_ROWS, walkMatrix } from './matrix-walk.ts';

const isFull = process.env.OPENWAYBILL_FULL === '1';
/** Every viewer in every stage, and each purpose with every stage and every viewer, as cells of one in eight. */
const isSmoke = (viewer: number, purpose: number, column: number): boolean =>
  (viewer + 3 * purpose + column) % 8 === 0;

test('the matrix has 2,720 cells', () => {
  expect(PURPOSE_ROWS.length).toBe(16);
  expect(CELL_COUNT).toBe(2720);
});

test.each(Object.keys(POLICY.viewers) as readonly Viewer[])('%s is a row of its own', (viewer) => {
  expect(isSeenAs(viewer)).toBe(true);
});

test(`the platform does in ${isFull ? 'every cell' : 'one cell of eight'} what the policy says`, async () => {
  const walked = await walkMatrix(isFull ? () => true : isSmoke);
  expect(walked.filter(({ purpose }) => purpose !== '').length).toBe(
    isFull ? CELL_COUNT : CELL_COUNT / 8,
  );
  expect(walked.filter(({ want, got }) => want !== got)).toEqual([]);
}, 600_000);
