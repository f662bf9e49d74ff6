import { expect, test } from 'vitest';
import type { FaultRow } from '../../src/prove/report.ts';
import { renderKillMatrix } from '../../src/reports/kill-matrix.ts';
import { faultRow, proof } from './given-proof.ts';

/** The cells of the only row, by what their titles say. */
const cellsOf = (page: string): readonly string[] =>
  [...page.matchAll(/<td class="cell[^"]*" title="([A-Z]{3}-[0-9]{3}: [^·]*?) ·/g)].map(
    ([, title = '']) => title,
  );

test.each<[string, { given: Partial<FaultRow>; want: readonly string[] }]>([
  ['what failed as it ought to is killed', { given: {}, want: ['ORD-003: killed'] }],
  [
    'what did not fail has survived',
    { given: { failed: [], judgement: 'SURVIVED' }, want: ['ORD-003: survived'] },
  ],
  [
    'what failed beside it is accused',
    {
      given: { failed: ['ORD-003', 'ORD-004'], judgement: 'ACCUSED' },
      want: ['ORD-003: killed', 'ORD-004: accused'],
    },
  ],
  [
    'what depends on it failed truthfully',
    {
      given: { failed: ['ORD-003', 'ORD-004'], dependants: ['ORD-004'] },
      want: ['ORD-003: killed', 'ORD-004: failed with it, truthfully'],
    },
  ],
  [
    'what it hides without a word is blinded',
    {
      given: { inconclusive: ['ORD-005', 'ORD-006'], masks: ['ORD-006'], judgement: 'BLINDS' },
      want: ['ORD-003: killed', 'ORD-005: blinded'],
    },
  ],
  [
    'what proves nothing has no cell',
    { given: { judgement: 'INVALID', because: 'NEVER_FIRED' }, want: [] },
  ],
])('%s', (_title, { given, want }) => {
  expect(cellsOf(renderKillMatrix(proof([faultRow(given)])))).toEqual(want);
});

test('a row shows the message that shows it, and markup in it stays text', () => {
  const page = renderKillMatrix(proof([faultRow({ id: '<b>', evidence: faultRow().evidence })]));
  expect(page).toContain('order-natural-key · POST /v1/orders · 200 · /carrierOrderNo');
  expect(page).not.toContain('<b>order');
  expect(page).toContain('&lt;b&gt;');
});

test('both languages are in the page, and equal proofs give equal bytes', () => {
  const page = renderKillMatrix(proof([faultRow()]));
  expect(page).toContain('缺陷矩阵');
  expect(page).toContain('Kill matrix');
  expect(renderKillMatrix(proof([faultRow()]))).toBe(page);
});

test('what may survive shows why, and an unmet demand what it lacks', () => {
  const survivor = faultRow({ failed: [], judgement: 'SURVIVED' });
  const page = renderKillMatrix({
    ...proof([survivor]),
    worklist: ['TRK-002'],
    accepted: [
      {
        fault: survivor.id,
        judgement: 'SURVIVED',
        requirement: 'ORD-003',
        reason: { en: 'nobody repeats it there', zh: '该处无人重复' },
        date: '2026-11-22',
      },
    ],
    demands: [{ id: 'WORKLIST', isMet: false, text: { en: 'all are killed', zh: '均被发现' } }],
  });
  expect(page).toContain('ORD-003, 2026-11-22: <span lang="en">nobody repeats it there</span>');
  expect(page).toContain('<code>TRK-002</code>');
});
