import { carrierOf } from '../carriers.ts';
import { type Adapter, type Context, type Conversion, joined, nothing } from '../conversion.ts';
import { observe } from '../observe.ts';
import { listOf, memberOf, objectOf, textOf } from '../read.ts';
import { easypost } from '../tables/easypost.ts';

/** EasyPost names couriers in words of its own; none of those is a courier of the standard. */
const CARRIERS = {} as const;

const ofTracker = (tracker: unknown, pointer: string, context: Context): Conversion => {
  const carrier = carrierOf(CARRIERS, textOf(tracker, 'carrier') ?? '');
  const waybillNo = textOf(tracker, 'tracking_code');
  const details = listOf(tracker, 'tracking_details') ?? [];
  if (details.length === 0) {
    const whole = {
      pointer,
      carrier,
      waybillNo,
      code: textOf(tracker, 'status'),
      subCode: textOf(tracker, 'status_detail'),
      time: textOf(tracker, 'updated_at'),
      estimated: true,
      place: {},
    };
    return observe(easypost, whole, context);
  }
  return joined(
    details.map((detail, place) => {
      const where = memberOf(detail, 'tracking_location');
      const scan = {
        pointer: `${pointer}/tracking_details/${place}`,
        carrier,
        waybillNo,
        code: textOf(detail, 'status'),
        subCode: textOf(detail, 'status_detail'),
        time: textOf(detail, 'datetime'),
        text: textOf(detail, 'message'),
        place: {
          country: textOf(where, 'country'),
          state: textOf(where, 'state'),
          city: textOf(where, 'city'),
        },
      };
      return observe(easypost, scan, context);
    }),
  );
};

/** EasyPost: a tracker, an event about a tracker, or a shipment with its tracker. */
export const fromEasypost: Adapter = (document, context = {}) => {
  const places = [
    ['', document],
    ['/result', memberOf(document, 'result')],
    ['/tracker', memberOf(document, 'tracker')],
  ] as const;
  const found = places.find(
    ([, value]) => objectOf(value) !== undefined && textOf(value, 'object') === 'Tracker',
  );
  return found === undefined ? nothing('', 'NO_TRACE') : ofTracker(found[1], found[0], context);
};
