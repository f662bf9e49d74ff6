import { fold } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { describe, expect, test } from 'vitest';
import { type Conversion, convert } from '../src/index.ts';
import { recorded, recordedValue, recordings, vocabularyOf } from './recordings.ts';

const documents = recordings.filter(({ kind }) => kind === 'document');

const converted = (vocabulary: string): readonly Conversion[] =>
  documents
    .filter((recording) => recording.vocabulary === vocabulary)
    .map((recording) =>
      convert(vocabularyOf(recording), recordedValue(recording), recording.context),
    );

describe.each(documents.map((each) => [`${each.file}#${each.pointer}`, each] as const))(
  '%s',
  (_name, recording) => {
    const convertOnce = () =>
      convert(vocabularyOf(recording), recordedValue(recording), recording.context);
    const { events, unmapped, warnings } = convertOnce();

    test('converts to valid events, or says why not', () => {
      const refused = events.map((event) => judge('TrackingEvent', event)).filter(({ ok }) => !ok);
      expect(refused).toEqual([]);
      expect(events.length + unmapped.length + warnings.length).toBeGreaterThan(0);
    });

    test('every event may travel as the payload of an event', () => {
      const refused = events
        .map((event) => judge('TrackingEventRecorded', event))
        .filter(({ ok }) => !ok);
      expect(refused).toEqual([]);
    });

    test('the order of arrival leaves the status', () => {
      expect(fold(events.toReversed()).status).toBe(fold(events).status);
    });

    test('every event keeps its source', () => {
      for (const { source } of events)
        expect(source).toMatchObject({
          vocabulary: recording.vocabulary,
          version: recording.version,
        });
    });

    test('a second conversion gives the same events', () => {
      expect(convertOnce().events).toEqual(events);
    });

    test('an event holds no text', () => {
      for (const event of events) expect(event).not.toHaveProperty('text');
    });
  },
);

type Traced = { readonly tracking_details?: readonly unknown[]; readonly result?: Traced };

test('every detail of an EasyPost tracker is one event', () => {
  const details = ['easypost/trackers.json', 'easypost/events.json']
    .flatMap((file) => recorded(file) as readonly { readonly body: Traced }[])
    .flatMap(({ body }) => body.tracking_details ?? body.result?.tracking_details ?? []);
  expect(details.length).toBeGreaterThan(0);
  expect(converted('easypost').flatMap(({ events }) => events)).toHaveLength(details.length);
});

test('the tracker that travelled ends delivered', () => {
  const [longest] = converted('easypost').toSorted((a, b) => b.events.length - a.events.length);
  expect(longest?.events.map(({ eventCode }) => eventCode)).toEqual([
    'ORDER_PLACED',
    'ARRIVED_HUB',
    'ARRIVED_HUB',
    'ARRIVED_HUB',
    'OUT_FOR_DELIVERY',
    'DELIVERED',
  ]);
  expect(fold(longest?.events ?? []).status).toBe('DELIVERED');
});

test('the trackings that AfterShip calls delivered fold to it', () => {
  const statuses = converted('aftership-tag').map(({ events }) => fold(events).status);
  expect(statuses).toEqual(['DELIVERED', 'UNKNOWN', 'UNKNOWN', 'DELIVERED', 'DELIVERED']);
});

test('EasyPost events about anything else hold no trace', () => {
  const others = (recorded('easypost/events.json') as readonly { readonly body: object }[]).filter(
    ({ body }) => !JSON.stringify(body).includes('"Tracker"'),
  );
  expect(others.length).toBeGreaterThan(0);
  for (const { body } of others)
    expect(convert('easypost/2', body).warnings).toEqual([{ pointer: '', rule: 'NO_TRACE' }]);
});

test('AfterShip times without offset are assumed to be Chinese and say so', () => {
  const events = converted('aftership-tag').flatMap(({ events }) => events);
  const assumed = events.filter(({ timeQuality }) => timeQuality === 'OFFSET_ASSUMED');
  expect(assumed.length).toBeGreaterThan(0);
  for (const { occurredAt } of assumed) expect(occurredAt).toMatch(/[+]08:00$/);
});

test('a scan that needs a place and has none is kept as information', () => {
  const missing = converted('aftership-tag').flatMap(({ warnings }) =>
    warnings.filter(({ rule }) => rule === 'PLACE_MISSING'),
  );
  expect(missing.length).toBeGreaterThan(0);
  const inChina = convert(
    'aftership-tag/1',
    recordedValue(
      documents.find(
        ({ vocabulary, pointer }) => vocabulary === 'aftership-tag' && pointer === '/3/body',
      ) as (typeof documents)[number],
    ),
    {
      regionOf: (place) =>
        place.endsWith(' CN')
          ? { countryCode: 'CN', regionCode: '441900', regionCodeVersion: 'GBT2260-2023' }
          : undefined,
    },
  );
  expect(inChina.warnings.filter(({ rule }) => rule === 'PLACE_MISSING')).toEqual([]);
});

test('the order of a trace does not change its events', () => {
  const body = {
    object: 'Tracker',
    carrier: 'UPS',
    tracking_code: 'EZ4000000004',
    tracking_details: ['2014-08-24T15:33:00Z', '2014-08-24T08:10:00Z'].map((datetime, place) => ({
      status: place === 0 ? 'delivered' : 'out_for_delivery',
      datetime,
    })),
  };
  const reversed = { ...body, tracking_details: body.tracking_details.toReversed() };
  expect(new Set(convert('easypost/2', reversed).events)).toEqual(
    new Set(convert('easypost/2', body).events),
  );
});

test.each([[null], [[]], ['text'], [7], [{ object: 'Tracker' }], [{ data: {} }]])(
  'a document of no form gives no event: %j',
  (document) => {
    for (const vocabulary of new Set(documents.map(vocabularyOf))) {
      const { events, warnings } = convert(vocabulary, document);
      expect(events).toEqual([]);
      expect(warnings.length).toBeGreaterThan(0);
    }
  },
);
