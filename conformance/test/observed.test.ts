import { registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { claimIn, judge } from '../src/judge.ts';
import { assumedDocument } from '../src/record/assumed-claim.ts';
import type { Observed, ObservedMessage } from '../src/record/observed.ts';
import { observedHead } from '../src/record/observed-head.ts';
import { createRecording } from '../src/record/recording.ts';
import { MOST_BYTES } from '../src/transcript/body.ts';
import type { Exchange, Transcript } from '../src/transcript/format.ts';
import { createRecorder } from '../src/transcript/recorder.ts';

const AT = Date.UTC(2026, 10, 22);
const encoder = new TextEncoder();
const example = (name: string): Readonly<Record<string, unknown>> =>
  Object.values(registry.schemas.get(name)?.examples.valid ?? {})[0] as never;

const said = (text: string, more: Partial<ObservedMessage> = {}): ObservedMessage => ({
  headers: [['OpenWaybill-Version', '1.0']],
  bytes: encoder.encode(text),
  at: AT,
  ...more,
});

/** A courier that shows an order, unless something is different. */
const shown = ({
  answer = said(JSON.stringify(example('Order'))),
  ...more
}: Partial<Observed> & { readonly answer?: ObservedMessage } = {}): Observed => ({
  to: 'courier',
  method: 'GET',
  url: 'https://courier.test/v1/orders/ORD20261101-0001',
  request: said(''),
  response: { ...answer, status: 200 },
  milliseconds: 1,
  ...more,
});

const taken = async (observed: Observed, redact: 'strict' | 'off' = 'strict') => {
  const recorder = createRecorder(() => AT);
  const document = assumedDocument('courier');
  recorder.record(
    observedHead({
      runId: '01a2008d-7400-7c39-b36c-e79cca8efa47',
      mode: 'RECORD',
      redact,
      parties: [{ role: 'courier', document }],
    }),
  );
  const { take } = createRecording({
    recorder,
    redact,
    parties: [{ role: 'courier', partyId: 'COURIER9' }],
    keysOf: async () => [],
  });
  const { exchange, faults } = await take(observed);
  recorder.record({ kind: 'end', entryCount: recorder.entries.length + 1, complete: true });
  const transcript: Transcript = recorder;
  return { exchange: exchange as Exchange, faults, transcript };
};

const bodyOf = ({ response }: Exchange): unknown =>
  response?.body !== undefined && 'utf8' in response.body
    ? JSON.parse(response.body.utf8)
    : response?.body;

const PERSONAL = /张三丰|zhangsanfeng|199 ?0000 ?0007/;
const PHONE = '+86 199 0000 0007';

describe('what goes by', () => {
  test.each<[string, Partial<Observed>, string]>([
    [
      'an address that is encoded wrongly',
      { url: 'https://courier.test/v1/orders/%zz' },
      'https://courier.test/v1/orders/[redacted:1]',
    ],
    [
      'the server as a whole',
      { method: 'OPTIONS', url: 'https://courier.test' },
      'https://courier.test/',
    ],
  ])('is written down: %s', async (_title, more, want) => {
    const { exchange } = await taken(shown(more));
    expect(exchange.request.url).toBe(want);
  });

  test.each<[string, Partial<Observed>]>([
    ['in the name of a query', { url: `https://courier.test/v1/orders?cursor=${PHONE}` }],
    ['in a header of no standard', { request: said('', { headers: [['X-19900000007', 'a']] }) }],
    ['behind a bracket', { request: said('', { headers: [['ETag', `[${PHONE}]`]] }) }],
    [
      'in the type of an event',
      {
        method: 'POST',
        url: 'https://courier.test/v1/event-inbox',
        request: said(JSON.stringify({ ...example('CloudEvent'), type: '张三丰' })),
        response: { ...said(''), status: 204 },
      },
    ],
    [
      'in a type that has the form of one',
      {
        method: 'POST',
        url: 'https://courier.test/v1/event-inbox',
        request: said(
          JSON.stringify({
            ...example('CloudEvent'),
            type: 'org.openwaybill.order.of.zhangsanfeng',
          }),
        ),
        response: { ...said(''), status: 204 },
      },
    ],
  ])('tells of nobody: %s', async (_title, more) => {
    const { exchange, transcript } = await taken(shown(more));
    expect(exchange.eventType).toBeUndefined();
    expect(JSON.stringify(transcript.entries)).not.toMatch(PERSONAL);
  });

  test('is pointed to by no name of anybody', async () => {
    const { faults } = await taken(shown({ answer: said('{"张三丰":{"a":1,"a":2}}') }));
    expect(faults).toMatchObject([{ of: 'response', pointer: '', rule: 'duplicate-key' }]);
  });

  test('is read where it is longer than a request may be', async () => {
    const long = JSON.stringify(example('Order')).replace('{', `{${' '.repeat(300 * 1024)}`);
    const { exchange, faults } = await taken(shown({ answer: said(long) }));
    expect(faults).toEqual([]);
    expect(bodyOf(exchange)).toMatchObject({ orderNo: example('Order').orderNo });
  });

  test.each(['strict', 'off'] as const)('is not judged by its beginning (%s)', async (redact) => {
    const length = 2 * MOST_BYTES;
    const { exchange, faults, transcript } = await taken(
      shown({ answer: said('{"orderNo":'.padEnd(MOST_BYTES), { length }) }),
      redact,
    );
    expect(faults).toEqual([]);
    expect(bodyOf(exchange)).toEqual({ length });
    const { findings, requirements } = await judge(transcript, claimIn(transcript, 'courier'));
    expect(findings.filter(({ surface }) => surface !== 'header')).toEqual([]);
    const held = requirements.flatMap(({ cases }) =>
      cases.flatMap(({ id, state }) => (state === 'held' ? [id] : [])),
    );
    expect(held).not.toContain('shape.Order');
  });
});
