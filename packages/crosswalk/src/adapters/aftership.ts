import { carrierOf } from '../carriers.ts';
import { type Adapter, joined, nothing } from '../conversion.ts';
import { observe } from '../observe.ts';
import { listOf, memberOf, objectOf, textOf } from '../read.ts';
import { aftershipTag } from '../tables/aftership-tag.ts';

/** Slugs of AfterShip that stand for a courier of the standard. */
const CARRIERS = {
  'sf-express': 'SF',
  'zto-express': 'ZTO',
  yto: 'YTO',
  sto: 'STO',
  yunda: 'YUNDA',
  'china-ems': 'EMS',
  'china-post': 'CNPOST',
} as const;

/** AfterShip: a tracking, an answer around one, or an answer around its last checkpoint. */
export const fromAftership: Adapter = (document, context = {}) => {
  const data = memberOf(document, 'data');
  const places = [
    ['', document],
    ['/data', data],
    ['/data/tracking', memberOf(data, 'tracking')],
    ['/msg', memberOf(document, 'msg')],
  ] as const;
  const found = places.find(
    ([, value]) =>
      listOf(value, 'checkpoints') !== undefined ||
      objectOf(memberOf(value, 'checkpoint')) !== undefined,
  );
  if (found === undefined) return nothing('', 'NO_TRACE');
  const [pointer, tracking] = found;
  const shared = {
    carrier: carrierOf(CARRIERS, textOf(tracking, 'slug') ?? ''),
    waybillNo: textOf(tracking, 'tracking_number'),
  };
  const listed = listOf(tracking, 'checkpoints');
  const checkpoints =
    listed === undefined
      ? [[`${pointer}/checkpoint`, memberOf(tracking, 'checkpoint')] as const]
      : listed.map((each, place) => [`${pointer}/checkpoints/${place}`, each] as const);
  if (checkpoints.length === 0) {
    const whole = {
      ...shared,
      pointer,
      code: textOf(tracking, 'tag'),
      subCode: textOf(tracking, 'subtag'),
      time: textOf(tracking, 'updated_at'),
      estimated: true,
      place: {},
    };
    return observe(aftershipTag, whole, context);
  }
  return joined(
    checkpoints.map(([at, checkpoint]) => {
      const scan = {
        ...shared,
        pointer: at,
        code: textOf(checkpoint, 'tag'),
        subCode: textOf(checkpoint, 'subtag'),
        time: textOf(checkpoint, 'checkpoint_time'),
        recorded: textOf(checkpoint, 'created_at'),
        text: textOf(checkpoint, 'message'),
        place: {
          country: textOf(checkpoint, 'country_iso3'),
          state: textOf(checkpoint, 'state'),
          city: textOf(checkpoint, 'city'),
          words: textOf(checkpoint, 'location'),
        },
      };
      return observe(aftershipTag, scan, context);
    }),
  );
};
