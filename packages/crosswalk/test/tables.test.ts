import { codesOf, EventCode, eventCodeEntry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { type CodeQuery, lookup, type Row, type Table, tableOf, tables } from '../src/index.ts';

const nameOf = ({ vocabulary, version }: Table) => `${vocabulary}/${version}`;

const find = (vocabulary: string, query: CodeQuery) => {
  const [name = '', version = ''] = vocabulary.split('/');
  const table = tableOf(name, version);
  if (table === undefined) throw new Error(`no table ${vocabulary}`);
  return lookup(table, query);
};

const eventCodeOf = (vocabulary: string, query: CodeQuery): string => {
  const row = find(vocabulary, query);
  if ('unmapped' in row) return 'UNMAPPED';
  return row.outcome === 'IGNORE' ? 'IGNORE' : row.eventCode;
};

const eventRows = (table: Table) =>
  table.rows.filter((row): row is Exclude<Row, { outcome: 'IGNORE' }> => row.outcome !== 'IGNORE');

describe.each(tables.map((table) => [nameOf(table), table] as const))('%s', (_name, table) => {
  test('each source code and condition stands once', () => {
    const keys = table.rows.map(({ code, subCode, when }) => JSON.stringify([code, subCode, when]));
    expect(keys.length).toBeGreaterThan(0);
    expect(keys).toEqual([...new Set(keys)]);
  });

  test('every event code is one that an adapter may make', () => {
    const known = codesOf(EventCode) as Record<string, unknown>;
    const made = eventRows(table).flatMap((row) => [
      row.eventCode,
      ...(row.adds ? [row.adds] : []),
    ]);
    expect(made.filter((code) => !Object.hasOwn(known, code))).toEqual([]);
    expect(made.filter((code) => eventCodeEntry(code)?.adapted === false)).toEqual([]);
  });

  test('a failure has a reason, and a return is on the return leg', () => {
    for (const { eventCode, reason, leg } of eventRows(table)) {
      if (eventCode === 'DELIVERY_ATTEMPT_FAILED' || eventCode === 'PICKUP_FAILED')
        expect(reason).toBeDefined();
      if (eventCode === 'RETURN_STARTED' || eventCode === 'RETURN_DELIVERED')
        expect(leg).toBe('RETURN');
    }
  });

  test('a flag leaves the status, and a bare status is of low confidence', () => {
    for (const { eventCode, outcome, confidence } of eventRows(table)) {
      if (outcome === 'FLAG') expect(eventCodeEntry(eventCode)?.flag).toBeDefined();
      if (outcome === 'STATUS') expect(confidence).toBe('LOW');
    }
  });

  test('a row without condition stands behind those of its code', () => {
    for (const [place, row] of table.rows.entries()) {
      if (row.when === undefined || row.subCode !== undefined) continue;
      const plain = table.rows.findIndex(
        (each) => each.code === row.code && each.subCode === undefined && each.when === undefined,
      );
      if (plain !== -1) expect(place).toBeLessThan(plain);
    }
  });
});

test('no two vocabularies share a map', () => {
  expect(new Set(tables.map(nameOf)).size).toBe(tables.length);
  expect(new Set(tables.map(({ rows }) => rows)).size).toBe(tables.length);
});

test.each([
  ['201', 'DELIVERY_OVERDUE', 'ARRIVED_DEST_CITY'],
  ['202', 'TRACE_STALE', 'OUT_FOR_DELIVERY'],
  ['204', 'DELIVERY_ATTEMPT_FAILED', 'ARRIVED_HUB'],
  ['205', 'COLLECTION_OVERDUE', 'ARRIVED_DELIVERY_BRANCH'],
  ['206', 'UNREACHABLE', 'DEPARTED_ORIGIN'],
  ['304', 'COLLECTED_BY_CONSIGNEE', 'DELIVERED_AGENT'],
  ['401', 'CANCELLED', 'TRACE_STALE'],
  ['5', 'OUT_FOR_DELIVERY', 'FORWARDED_ADDRESS'],
])('%s is one thing at Kuaidi100 and another at Kdniao', (code, kuaidi100, kdniao) => {
  expect(eventCodeOf('kuaidi100/2', { code })).toBe(kuaidi100);
  expect(eventCodeOf('kdniao/1', { code })).toBe(kdniao);
});

test.each([
  ['an arrival of ZTO is one at a station', 'zto-scan/1', { code: 'ARRIVAL' }, 'DEPOSITED_STATION'],
  ['an arrival of Yunda is one at a hub', 'yunda-action/1', { code: 'ARRIVAL' }, 'ARRIVED_HUB'],
  [
    'a signature of ZTO is a collection',
    'zto-scan/1',
    { code: 'SIGNED' },
    'COLLECTED_BY_CONSIGNEE',
  ],
  ['a signature of Yunda is one', 'yunda-action/1', { code: 'SIGNED' }, 'DELIVERED'],
  ['SF 44 was out for delivery', 'sf-route/1', { code: '44' }, 'OUT_FOR_DELIVERY'],
  ['SF 44 says nothing any more', 'sf-route/2', { code: '44' }, 'INFO'],
  ['SF 30 with a truck is sorting', 'sf-route/1', { code: '30', remark: '已装车' }, 'SORTED'],
  [
    'SF 30 on its way is a departure',
    'sf-route/1',
    { code: '30', remark: '已发往下一站' },
    'DEPARTED_HUB',
  ],
  ['SF 30 alone is sorting', 'sf-route/1', { code: '30' }, 'SORTED'],
  [
    'SF 310 of secondary 201 is a hub',
    'sf-route/1',
    { code: '310', subCode: '201' },
    'ARRIVED_HUB',
  ],
  ['SF 310 alone is customs', 'sf-route/1', { code: '310' }, 'IMPORT_CUSTOMS_RELEASED'],
  [
    'SF 204 in customs is customs',
    'sf-route/1',
    { code: '204', subName: '清关中' },
    'IMPORT_CUSTOMS_PRESENTED',
  ],
  [
    'SF 80 with a neighbour is an agent',
    'sf-route/1',
    { code: '80', remark: '家人代收' },
    'DELIVERED_AGENT',
  ],
  ['SF 80 is a delivery', 'sf-route/1', { code: '80' }, 'DELIVERED'],
  ['SF 8000 is a link', 'sf-route/1', { code: '8000' }, 'IGNORE'],
  ['SF 621 with quarantine', 'sf-route/1', { code: '621', remark: '检疫' }, 'QUARANTINE_HELD'],
  ['SF 621 alone is security', 'sf-route/1', { code: '621' }, 'SECURITY_HELD'],
  [
    'an unknown opcode with a known sub-code',
    'sf-route/1',
    { code: 'X', subCode: '201', remark: '快件离开' },
    'DEPARTED_HUB',
  ],
  [
    'a locker of Kdniao is told by its text',
    'kdniao/1',
    { code: '211', remark: '已放入快递柜' },
    'DEPOSITED_LOCKER',
  ],
  ['EMI is a delivery', 'upu-emsevt/3', { code: 'EMI' }, 'DELIVERED'],
  ['EME is a hold of import customs', 'upu-emsevt/3', { code: 'EME' }, 'IMPORT_CUSTOMS_HELD'],
  [
    'EasyPost tells a facility apart',
    'easypost/2',
    { code: 'in_transit', subCode: 'departed_facility' },
    'DEPARTED_HUB',
  ],
  [
    'EasyPost in transit is unspecific',
    'easypost/2',
    { code: 'in_transit', subCode: 'status_update' },
    'ARRIVED_HUB',
  ],
  ['EasyPost unknown is no observation', 'easypost/2', { code: 'unknown' }, 'IGNORE'],
  [
    'an exception of AfterShip is a hold',
    'aftership-tag/1',
    { code: 'Exception' },
    'HELD_AT_BRANCH',
  ],
  [
    'a numbered exception is unconfirmed',
    'aftership-tag/1',
    { code: 'Exception', subCode: 'Exception_003' },
    'INFO',
  ],
])('%s', (_title, vocabulary, query, want) => expect(eventCodeOf(vocabulary, query)).toBe(want));

test('a code without a row is reported with all that names it', () => {
  expect(find('easypost/2', { code: 'teleported', subCode: 'by_magic' })).toEqual({
    unmapped: { vocabulary: 'easypost', version: '2', code: 'teleported', subCode: 'by_magic' },
  });
});

test('a code of one vocabulary is unmapped in another', () => {
  expect(eventCodeOf('kuaidi100/2', { code: 'EMI' })).toBe('UNMAPPED');
});
