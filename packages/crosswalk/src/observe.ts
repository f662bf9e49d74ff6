import { eventCodeEntry } from '@openwaybill/schemas';
import { hasDigitRun } from '@openwaybill/validate';
import type { Carrier } from './carriers.ts';
import { type Context, type Conversion, nothing, type Warning } from './conversion.ts';
import { eventIdOf } from './event-id.ts';
import { instantOf } from './instant.ts';
import { lookup } from './lookup.ts';
import { type Place, regionOf } from './places/place.ts';
import type { EventRow, Fact, Table } from './row.ts';
import { scrub } from './scrub/scrub.ts';
import type { EventCode, TrackingEvent } from './tracking-event.ts';

/** One observation as its source states it, before any table is asked. */
export type Scan = {
  readonly pointer: string;
  readonly carrier: Carrier;
  readonly waybillNo: string | undefined;
  readonly code: string | undefined;
  readonly subCode?: string | undefined;
  readonly subName?: string | undefined;
  readonly time: string | undefined;
  /** The source's own upload time. */
  readonly recorded?: string | undefined;
  /** The time is that of the whole document, not of the scan. */
  readonly estimated?: boolean;
  readonly text?: string | undefined;
  readonly place: Place;
  readonly facilityId?: string | undefined;
  readonly facts?: ReadonlySet<Fact>;
};

const WAYBILL_NO = /^[A-Z0-9-]{8,34}$/;
const LONGEST_CODE = 40;

const isCode = (code: string): boolean => code.length <= LONGEST_CODE && !/\p{Cc}/u.test(code);

/** An event code that nobody's table gave: what was seen is kept, and nothing is claimed. */
const UNKNOWN: Pick<EventRow, 'eventCode' | 'confidence'> = {
  eventCode: 'INFO',
  confidence: 'LOW',
};

/** A scan by its table: an event, or the reason why there is none. */
export const observe = (table: Table, scan: Scan, context: Context): Conversion => {
  const { pointer, carrier, code, subCode } = scan;
  const waybillNo = scan.waybillNo?.replace(/\s/g, '').toUpperCase();
  if (waybillNo === undefined || !WAYBILL_NO.test(waybillNo))
    return nothing(pointer, 'WAYBILL_NO_UNUSABLE');
  if (code === undefined || !isCode(code) || (subCode !== undefined && !isCode(subCode)))
    return nothing(pointer, 'CODE_UNUSABLE');

  const text = scan.text === undefined ? undefined : scrub(scan.text, { waybillNo, ...context });
  const found = lookup(table, {
    code,
    ...(subCode === undefined ? {} : { subCode }),
    ...(scan.subName === undefined ? {} : { subName: scan.subName }),
    ...(text === undefined ? {} : { remark: text }),
    ...(scan.facts === undefined ? {} : { facts: scan.facts }),
  });
  if (!('unmapped' in found) && found.outcome === 'IGNORE') return nothing(pointer, 'IGNORED');
  const row: EventRow = 'unmapped' in found ? { code, ...UNKNOWN } : found;

  const instant = instantOf(scan.time);
  if (instant === undefined) return nothing(pointer, 'TIME_UNREADABLE');
  const warnings: Warning[] = [];
  if (instant.timeQuality === 'OFFSET_ASSUMED') warnings.push({ pointer, rule: 'OFFSET_ASSUMED' });
  // Scrubbing keeps dates and the waybill number, which no text of an event may have.
  const shown = context.withText !== true || text === undefined || hasDigitRun(text) ? '' : text;
  if (
    scan.text !== undefined &&
    (text === undefined || (context.withText === true && shown === ''))
  )
    warnings.push({ pointer, rule: 'TEXT_DROPPED' });

  const region = regionOf(scan.place, context);
  const event = (eventCode: EventCode, part: string): TrackingEvent => {
    const placeMissing = region === undefined && eventCodeEntry(eventCode)?.place === true;
    if (placeMissing) warnings.push({ pointer, rule: 'PLACE_MISSING', params: { eventCode } });
    return {
      eventId: eventIdOf({
        vocabulary: table.vocabulary,
        version: table.version,
        carrier: carrier.key,
        waybillNo,
        code,
        subCode: (subCode ?? '') + part,
        occurredAt: instant.at,
        facility: scan.facilityId ?? scan.place.words ?? scan.place.city ?? '',
      }),
      carrierCode: carrier.code,
      waybillNo,
      ...(placeMissing
        ? UNKNOWN
        : {
            eventCode,
            confidence: row.confidence,
            ...(row.leg === undefined ? {} : { leg: row.leg }),
            ...(row.reason === undefined ? {} : { reason: row.reason }),
          }),
      occurredAt: instant.at,
      // A time of receipt would differ at every poll, and with it the content under one id.
      recordedAt: instantOf(scan.recorded)?.at ?? context.receivedAt ?? instant.at,
      timeQuality: scan.estimated === true ? 'ESTIMATED' : instant.timeQuality,
      ...(region === undefined
        ? {}
        : {
            location: {
              region,
              ...(scan.facilityId === undefined ? {} : { facilityId: scan.facilityId }),
            },
          }),
      ...(shown === '' ? {} : { text: shown }),
      source: {
        vocabulary: table.vocabulary,
        version: table.version,
        rawCode: code,
        ...(subCode === undefined ? {} : { rawSubCode: subCode }),
      },
    };
  };
  return {
    events: [event(row.eventCode, ''), ...(row.adds === undefined ? [] : [event(row.adds, '+')])],
    unmapped: 'unmapped' in found ? [{ ...found.unmapped, pointer }] : [],
    warnings,
  };
};
