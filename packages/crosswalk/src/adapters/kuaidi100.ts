import { carrierOf, KUAIDI100_CARRIERS } from '../carriers.ts';
import { type Adapter, joined, nothing } from '../conversion.ts';
import { observe } from '../observe.ts';
import { listOf, memberOf, textOf } from '../read.ts';
import { kuaidi100 } from '../tables/kuaidi100.ts';

/** Stands for the code of a scan of which the answer tells the text only. */
const UNSTATED = 'UNSTATED';

/** Kuaidi100: the answer to a poll, or a push with the same answer in `lastResult`. */
export const fromKuaidi100: Adapter = (document, context = {}) => {
  const pushed = memberOf(document, 'lastResult');
  const [pointer, answer] = pushed === undefined ? ['', document] : ['/lastResult', pushed];
  const items = listOf(answer, 'data');
  if (items === undefined) return nothing(pointer, 'NO_TRACE');
  const carrier = carrierOf(KUAIDI100_CARRIERS, textOf(answer, 'com') ?? '');
  return joined(
    items.map((item, place) => {
      // Newest first: the state of the answer is that of the first item, and of no other.
      const state = place === 0 ? textOf(answer, 'state') : undefined;
      const scan = {
        pointer: `${pointer}/data/${place}`,
        carrier,
        waybillNo: textOf(answer, 'nu'),
        code: textOf(item, 'statusCode') ?? state ?? UNSTATED,
        time: textOf(item, 'ftime') ?? textOf(item, 'time'),
        text: textOf(item, 'context'),
        place: {
          areaCode: textOf(item, 'areaCode'),
          words: textOf(item, 'areaName') ?? textOf(item, 'location'),
        },
      };
      return observe(kuaidi100, scan, context);
    }),
  );
};
