import { Line, ListOf, Optional, privacy, Ref, words } from '../define/index.ts';
import { Money } from '../vocabulary/money.ts';
import { Region } from '../vocabulary/region.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { CapacityResource } from './capacity-codes.ts';
import { CapacityLane } from './capacity-lane.ts';
import { CapacitySlot } from './capacity-slot.ts';

/** The offer that a message is about; its owner makes the id. */
export const capacityOfferId = Ref(
  Uuid,
  words({ en: 'Offer id', zh: '供给标识' }, { en: 'Names the offer.', zh: '标识该供给。' }),
);

/** The demand that a message is about; its owner makes the id. */
export const capacityDemandId = Ref(
  Uuid,
  words({ en: 'Demand id', zh: '需求标识' }, { en: 'Names the demand.', zh: '标识该需求。' }),
);

/** What an offer and a demand say alike: what, where, when, how much, at what price. */
export const capacityTerms = {
  resource: Ref(CapacityResource),
  lane: Optional(Ref(CapacityLane)),
  area: Optional(
    ListOf(
      Ref(Region),
      1,
      200,
      words(
        { en: 'Area', zh: '区域' },
        {
          en: 'Prefectures or districts, of what has no direction.',
          zh: '无方向性资源所在的地级或县级区域。',
        },
      ),
    ),
  ),
  slots: ListOf(
    Ref(CapacitySlot),
    1,
    500,
    words(
      { en: 'Slots', zh: '时段' },
      { en: 'No two with the same day, times and unit.', zh: '日期、起止与单位相同者不得重复。' },
    ),
  ),
  price: Optional(
    Ref(
      Money,
      words(
        { en: 'Price', zh: '单价' },
        { en: 'For one unit; of a demand, the highest.', zh: '每单位价格；需求方为最高价。' },
      ),
    ),
  ),
  constraints: Optional(
    Line(
      200,
      { en: 'Constraints', zh: '限制条件' },
      {
        en: 'What else matters; no person and no address.',
        zh: '其他条件；不得含个人信息或地址。',
      },
      { 'x-check': 'digit-run', ...privacy('business', 'business-text') },
    ),
  ),
};
