import type {
  CellReservationRequest,
  Locker,
  LockerDeposit,
  LockerFee,
} from '@openwaybill/schemas';
import { secondsOf } from '../rules/duration.ts';
import { at, isAfter, isNotBefore, membersRule } from '../rules/members-rule.ts';

type Stated = Pick<Locker, 'cells' | 'feeAfterFree'>;

const lockerBroken = ({ cells, feeAfterFree }: Stated): readonly string[] => [
  ...cells.flatMap(({ size, temperature, totalCount, freeCount }, index) => [
    ...at(
      `/cells/${index}`,
      !cells
        .slice(0, index)
        .some((earlier) => earlier.size === size && earlier.temperature === temperature),
    ),
    ...at(`/cells/${index}/freeCount`, freeCount <= totalCount),
  ]),
  ...at('/feeAfterFree/amount', feeAfterFree === undefined || feeAfterFree.amount.minor > 0),
  ...at('/feeAfterFree/per', feeAfterFree === undefined || secondsOf(feeAfterFree.per) > 0),
];

const lockerRule = (schema: string, id: 'DSC-021' | 'DSC-023') =>
  membersRule<Stated>({
    schema,
    id,
    broken: lockerBroken,
    text: {
      en: 'cells are counted twice, more are free than there are, or the fee is none',
      zh: '格口重复统计、空闲数超过总数，或收费不成立',
    },
    hint: {
      en: 'One entry a size and temperature, freeCount up to totalCount, a fee above 0 for a period above 0.',
      zh: '每种尺寸与温区一项，空闲数不超过总数，收费金额与周期均大于 0。',
    },
  });

const BY_AGREEMENT: readonly string[] = ['FRESH', 'VALUABLE'];

/** What a locker is, whom it asks, what it keeps and what that costs. */
export const lockerRules = [
  lockerRule('LockerEntry', 'DSC-023'),
  lockerRule('Locker', 'DSC-021'),
  membersRule<CellReservationRequest>({
    schema: 'CellReservationRequest',
    id: 'LCK-001',
    broken: ({ consentId, senderNamedLocker }) =>
      at('', consentId !== undefined || senderNamedLocker === true),
    problem: 'CONSENT_MISSING',
    requirement: 'LCK-001',
    text: { en: 'nobody agreed to the locker', zh: '投放快件箱未经同意' },
    hint: {
      en: 'Name the consent with consentId, or state that the sender named the locker.',
      zh: '请给出 consentId，或声明由寄件人指定。',
    },
  }),
  membersRule<CellReservationRequest>({
    schema: 'CellReservationRequest',
    id: 'LCK-008',
    broken: ({ traits, specialAgreementRef }) =>
      (traits ?? []).flatMap((trait, index) =>
        at(`/traits/${index}`, specialAgreementRef !== undefined || !BY_AGREEMENT.includes(trait)),
      ),
    requirement: 'LCK-008',
    text: {
      en: 'fresh or valuable goods need a special agreement',
      zh: '生鲜、贵重物品须有特别约定',
    },
    hint: {
      en: 'Add specialAgreementRef, or deliver to the door.',
      zh: '请补充 specialAgreementRef，或上门投递。',
    },
  }),
  membersRule<LockerDeposit>({
    schema: 'LockerDeposit',
    id: 'DSC-021',
    broken: ({ depositedAt, freeUntilAt, status, overdueSinceAt, collectedBy }) => [
      ...at('/freeUntilAt', isAfter(depositedAt, freeUntilAt)),
      ...at(
        '',
        (status !== 'OVERDUE' || overdueSinceAt !== undefined) &&
          (status === 'COLLECTED') === (collectedBy !== undefined),
      ),
    ],
    text: {
      en: 'status and members of the deposit do not agree',
      zh: '投放的状态与成员不一致',
    },
    hint: {
      en: 'freeUntilAt is after depositedAt; OVERDUE has overdueSinceAt; COLLECTED alone has collectedBy.',
      zh: 'freeUntilAt 晚于 depositedAt；OVERDUE 有 overdueSinceAt；仅 COLLECTED 有 collectedBy。',
    },
  }),
  membersRule<LockerFee>({
    schema: 'LockerFee',
    id: 'LCK-002',
    broken: ({ chargedFromAt, freeUntilAt }) =>
      at('/chargedFromAt', isNotBefore(freeUntilAt, chargedFromAt)),
    requirement: 'LCK-002',
    text: { en: 'a fee is charged for free time', zh: '免费期内计费' },
    hint: { en: 'Charge from freeUntilAt on.', zh: '请自 freeUntilAt 起计费。' },
  }),
  membersRule<LockerFee>({
    schema: 'LockerFee',
    id: 'DSC-021',
    broken: ({ amount, periodCount }) =>
      at('/amount', amount.minor >= 0 && (amount.minor === 0) === (periodCount === 0)),
    text: { en: 'amount and periods do not agree', zh: '金额与周期数不一致' },
    hint: {
      en: 'No period is over: 0; else a positive amount.',
      zh: '无已满周期则为 0，否则为正数。',
    },
  }),
];
