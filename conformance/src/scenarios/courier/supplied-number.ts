import { gs1, s10 } from '@openwaybill/validate';
import type { Random } from '../../drive/random.ts';
import { defineScenario, step, text } from '../scenario.ts';

const digits = (random: Random, length: number): string =>
  Array.from({ length }, () => Math.floor(random() * 10)).join('');

const wrongDigit = (right: string): string => String((Number(right) + 1) % 10);

/** Numbers that the platform brings: with a right and a wrong check digit, and of an odd but legal pattern. */
export const suppliedNumber = defineScenario({
  id: 'supplied-number',
  title: text('A supplied number', '自带单号'),
  system: 'courier',
  when: { offers: 'createWaybill' },
  tier: 'W',
  touches: ['WBL-005', 'WBL-006', 'DSC-021'],
  run: async function* (stage) {
    const create = async (
      waybillNo: string,
      numberScheme: 'S10' | 'SSCC' | undefined,
      more: Parameters<typeof stage.call>[1],
    ) => {
      const order = await stage.prepare('order');
      if ('blocked' in order) return undefined;
      return stage.call('createWaybill', {
        body: {
          ...stage.invent.waybill({ orderNo: order.orderNo }),
          allocationMode: 'SUPPLIED',
          waybillNo,
          ...(numberScheme === undefined ? {} : { numberScheme }),
        },
        ...more,
      });
    };

    yield step('CALL', 'S10 right and wrong', 'S10 校验位正确与错误');
    const serial = digits(stage.invent.fresh, 8);
    const digit = s10.checkDigitOf(serial);
    const right = await create(`RB${serial}${digit}CN`, 'S10', { intent: 'CONTROL' });
    if (right === undefined) return;
    await create(`RB${serial}${wrongDigit(digit)}CN`, 'S10', {
      probe: 's10-wrong',
      twinOf: right.seq,
    });

    yield step('CALL', 'SSCC right and wrong', 'SSCC 校验位正确与错误');
    const body = `3${digits(stage.invent.fresh, 16)}`;
    const check = gs1.checkDigitOf(body);
    const sscc = await create(`${body}${check}`, 'SSCC', { intent: 'CONTROL' });
    if (sscc === undefined) return;
    await create(`${body}${wrongDigit(check)}`, 'SSCC', { probe: 'sscc-wrong', twinOf: sscc.seq });

    yield step('CALL', 'An odd but legal number', '少见但合法的单号');
    await create(
      `X-${digits(stage.invent.fresh, 4)}-${digits(stage.invent.fresh, 4)}-Y`,
      undefined,
      {
        intent: 'PROBE',
        probe: 'odd-number',
      },
    );
  },
});
