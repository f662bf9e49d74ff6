import { registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { faults } from '../src/faults/index.ts';
import { parcelTrails } from '../src/models/parcel-trails.ts';
import { ledToFrom, rulingOf } from '../src/models/ruling.ts';
import { foldOf, type Scan } from '../src/oracle/fold.ts';
import { check } from '../src/run.ts';
import { reference } from './reference.ts';

describe('what a table says of a command', () => {
  test.each([
    {
      given: ['waybill', 'cancelWaybill', 'LABELLED'],
      want: { isNamed: true, next: ['VOIDED'], problems: [] },
    },
    {
      given: ['waybill', 'cancelWaybill', 'VOIDED'],
      want: { isNamed: false, next: [], problems: [] },
    },
    {
      given: ['reveal', 'readReveal', 'CONSUMED'],
      want: { isNamed: true, next: ['CONSUMED', 'REVOKED'], problems: ['GRANT_EXPIRED'] },
    },
    {
      given: ['order', 'cancelOrder', 'ALLOCATED'],
      want: {
        isNamed: true,
        next: ['ALLOCATED', 'CANCEL_REQUESTED', 'CANCELLED'],
        problems: ['STATE_ILLEGAL'],
      },
    },
  ])('$given', ({ given, want }) => {
    const [entity = '', operation = '', state = ''] = given;
    const { isNamed, next, problems } = rulingOf(entity, operation, state);
    expect({ isNamed, next: [...next], problems }).toEqual(want);
  });
});

describe('where a table leads from a state', () => {
  test.each([
    { given: ['intercept', 'SUCCEEDED'], want: ['SUCCEEDED'] },
    { given: ['intercept', 'ACCEPTED'], want: ['ACCEPTED', 'FAILED', 'PARTIAL', 'SUCCEEDED'] },
    {
      given: ['interruption-notice', 'RESTORED'],
      want: ['ACTIVE', 'CLOSED', 'RESTORED', 'SUPERSEDED'],
    },
  ])('$given', ({ given: [entity, state = ''], want }) => {
    const lifecycle = registry.lifecycles.find((one) => one.entity === entity);
    expect(lifecycle && [...ledToFrom(lifecycle, state)].sort()).toEqual(want);
  });
});

describe('the trails of parcels', () => {
  const trails = parcelTrails(40);
  const moves = new Set<string>();
  for (const codes of trails) {
    const scans: Scan[] = [];
    for (const eventCode of codes) {
      const before = foldOf(scans).status;
      const at = new Date(scans.length * 60_000).toISOString();
      const eventId = String(scans.length).padStart(4, '0');
      scans.push({ eventId, eventCode, occurredAt: at, recordedAt: at });
      moves.add(`${before} ${foldOf(scans).status}`);
    }
  }

  test('make every move of the table', () => {
    const rows = registry.lifecycles.find(({ entity }) => entity === 'parcel')?.transitions ?? [];
    const missing = rows.flatMap(({ from, to }) =>
      from
        .filter((state) => state !== to && !moves.has(`${state} ${to}`))
        .map((state) => `${state} ${to}`),
    );
    expect(missing).toEqual([]);
  });

  test('are few', () => {
    expect(trails.length).toBeLessThan(40);
  });
});

describe('a walk that leads off the table', async () => {
  const fault = faults.find(({ id }) => id === 'refusal-worn-out');
  const system = await reference('courier', fault?.bend);
  const { result, transcript } = await check({
    ...system,
    role: 'courier',
    only: ['discovery', 'model-waybill'],
  });

  test('is shortened to what it takes', () => {
    const notes = transcript.entries.flatMap((entry) =>
      entry.kind === 'note' ? [entry.text] : [],
    );
    expect(notes).toHaveLength(1);
    const moves = /: (.*) leads off/.exec(notes[0] ?? '')?.[1]?.split(', ') ?? [];
    // a refusal and the one that is another, after what may lead to where they are refused
    expect(moves.length).toBeLessThanOrEqual(3);
    expect(moves.at(-1)).toBe(moves.at(-2));
  });

  test('is a finding that names the commands', () => {
    expect(result.findings.map((one) => [one.requirement, one.case])).toEqual([
      ['DSC-028', 'walk.waybill'],
    ]);
    expect(result.findings[0]?.actual).toMatch(/, after \w+(, \w+){1,2}$/);
  });

  test('does not repeat by chance', () => {
    const walk = result.requirements
      .find(({ id }) => id === 'DSC-028')
      ?.cases.find(({ id }) => id === 'walk.waybill');
    expect([walk?.state, walk?.unsteady]).toEqual(['violated', undefined]);
  });

  test('leaves the cells that it kept to in the matrix', () => {
    const cells = result.coverage.transitions.filter(({ lifecycle }) => lifecycle === 'waybill');
    const isOf = (state: string, by: string) =>
      cells.find((cell) => cell.state === state && cell.by === by)?.is;
    expect({
      taken: isOf('LABELLED', 'cancelWaybill'),
      refused: isOf('VOIDED', 'confirmPrint'),
      scanned: isOf('LABELLED', 'FIRST_PHYSICAL_SCAN'),
      expired: isOf('RESERVED', 'EXPIRES_AT_PASSED'),
      unseen: isOf('BOUND', 'FIRST_PHYSICAL_SCAN'),
    }).toEqual({
      taken: 'ACCEPTED',
      refused: 'REFUSED',
      scanned: 'ACCEPTED',
      expired: 'ACCEPTED',
      unseen: 'NOT_REACHED',
    });
  });
});
