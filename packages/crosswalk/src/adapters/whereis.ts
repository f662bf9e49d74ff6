import { carrierOf } from '../carriers.ts';
import { type Adapter, joined, nothing } from '../conversion.ts';
import { observe } from '../observe.ts';
import { listOf, textOf } from '../read.ts';
import { whereis } from '../tables/whereis.ts';

/** Operators of the hub; its push names none, and then the courier is unknown. */
const CARRIERS = { sfex: 'SF' } as const;

/** whereis: the events of a push, each with its own parcel. */
export const fromWhereis: Adapter = (document, context = {}) => {
  const events = listOf(document, 'events');
  if (events === undefined) return nothing('', 'NO_TRACE');
  return joined(
    events.map((event, place) => {
      const scan = {
        pointer: `/events/${place}`,
        carrier: carrierOf(CARRIERS, textOf(event, 'operatorCode') ?? ''),
        waybillNo: textOf(event, 'trackingNum'),
        code: textOf(event, 'status'),
        time: textOf(event, 'when'),
        text: textOf(event, 'notes'),
        place: { words: textOf(event, 'where') },
      };
      return observe(whereis, scan, context);
    }),
  );
};
