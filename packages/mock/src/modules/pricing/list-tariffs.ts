import type { Tariff } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../../engine/call.ts';
import { pageAnswer } from '../../engine/page.ts';

/** The digits of a code of divisions that say something. */
const stem = (code: string): string => code.replace(/(?:00)+$/, '');

const overlaps = ({ zones }: Tariff, regionCode: string): boolean =>
  zones.some(({ regionCodes }) =>
    regionCodes.some(
      (code) => code.startsWith(stem(regionCode)) || regionCode.startsWith(stem(code)),
    ),
  );

/** Everybody sees what is public; what is not, the platforms that the courier carries for. */
export const listTariffs: Behaviour = (call) => {
  const { regionCode } = call.query;
  const isCustomer = call.system.options.role === 'courier' && callerOf(call).role === 'platform';
  return pageAnswer(
    call,
    { collection: 'tariffs' },
    (row) => row.body,
    (row) => {
      const tariff = row.body as Tariff;
      return (
        (tariff.isPublic || isCustomer) &&
        (regionCode === undefined || overlaps(tariff, regionCode))
      );
    },
  );
};
