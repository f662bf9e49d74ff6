import { eventCodeEntry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { type CodeQuery, lookup, tableOf } from '../src/index.ts';
import { recorded, recordedValue, recordings } from './recordings.ts';

const codes = recordings.filter(({ kind }) => kind === 'code');

const find = (vocabulary: string, version: string, query: CodeQuery) => {
  const table = tableOf(vocabulary, version);
  if (table === undefined) throw new Error(`no table ${vocabulary}/${version}`);
  return lookup(table, query);
};

const statusOf = (vocabulary: string, version: string, query: CodeQuery) => {
  const row = find(vocabulary, version, query);
  if ('unmapped' in row) return undefined;
  return row.outcome === 'IGNORE' ? 'IGNORE' : eventCodeEntry(row.eventCode)?.after;
};

test('every recorded code is mapped, or known to have no counterpart', () => {
  const unmapped = codes
    .map((recording) =>
      find(recording.vocabulary, recording.version, { code: String(recordedValue(recording)) }),
    )
    .flatMap((row) => ('unmapped' in row ? [row.unmapped] : []));
  expect(unmapped).toEqual([
    // A second attempt, or the announcement of one: the word does not say.
    { vocabulary: 'htky-scan', version: '1', code: '二次派件' },
    // On the way to a service point: no event code says so.
    { vocabulary: 'sf-route', version: '1', code: '123' },
  ]);
});

test('the index names every scan and every tag once', () => {
  const files = [...new Set(codes.map(({ file }) => file))];
  const listed = files.flatMap((file) =>
    (recorded(file) as readonly unknown[]).map((_, place) => [file, String(place)]),
  );
  expect(codes.map(({ file, pointer }) => [file, pointer.split('/')[1]])).toEqual(listed);
});

/** Statuses that agree with a state of the library which the scans were read from. */
const AGREEING: Readonly<Record<string, readonly string[]>> = {
  COLLECTED: ['PICKED_UP'],
  TRANSITING: ['IN_TRANSIT', 'AT_DESTINATION', 'CUSTOMS'],
  DELIVERING: ['OUT_FOR_DELIVERY'],
  SIGNED: ['DELIVERED', 'IGNORE'],
  AGENT: ['AWAITING_COLLECTION', 'DELIVERED'],
  BACK: ['RETURNING', 'RETURNED', 'DELIVERY_FAILED'],
  FORWARD: ['FORWARDED'],
  EXCEPTION: ['DELIVERY_FAILED', 'HELD'],
};

test('the tables and the library of the scans disagree where it is known', () => {
  const differing = codes
    .filter(({ file }) => file.startsWith('china-courier-scans/'))
    .flatMap((recording) => {
      const pointer = recording.pointer.replace(/\/code$/, '');
      const scan = recordedValue({ ...recording, pointer }) as { code: unknown; state?: string };
      const status = statusOf(recording.vocabulary, recording.version, { code: String(scan.code) });
      const agrees = AGREEING[scan.state ?? 'TRANSITING']?.includes(status ?? '');
      return agrees || status === undefined
        ? []
        : [`${recording.vocabulary} ${scan.code} ${status}`];
    });
  expect(differing).toEqual([
    'htky-scan 更改派送地址 FORWARDED',
    'jd-state 100 CREATED',
    'jd-state 690 CANCELLED',
    'jt-scan 出仓扫描 OUT_FOR_DELIVERY',
    'jt-scan 入库扫描 AWAITING_COLLECTION',
    'sf-route 70 DELIVERY_FAILED',
    'yunda-action ACCEPT CREATED',
    'yunda-action CLEARANCE_FAIL HELD',
  ]);
});

type SfFact = {
  readonly secondaryStatusCode: string;
  readonly opCode?: string;
  readonly contains?: { readonly remark?: string; readonly secondaryStatusName?: string };
  readonly status: number;
};

test('the SF table and the hub that maps SF differ in one status', () => {
  const facts = recorded('whereis/sf-status-map.json') as readonly SfFact[];
  const differing = facts.filter(({ secondaryStatusCode, opCode, contains, status }) => {
    const { remark, secondaryStatusName } = contains ?? {};
    const ours = statusOf('sf-route', '1', {
      code: opCode ?? '',
      subCode: secondaryStatusCode,
      ...(remark === undefined ? {} : { remark }),
      ...(secondaryStatusName === undefined ? {} : { subName: secondaryStatusName }),
    });
    return ours !== statusOf('whereis', '1', { code: String(status) });
  });
  // The hub reads a landing as the arrival at the destination.
  expect(differing.map(({ opCode }) => opCode)).toEqual(['106']);
});

test('every status of the hub has a row', () => {
  const statuses = Object.keys(recorded('whereis/status-codes.json') as object);
  expect(statuses.length).toBeGreaterThan(0);
  expect(statuses.filter((code) => 'unmapped' in find('whereis', '1', { code }))).toEqual([]);
});
