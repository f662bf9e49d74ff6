import { TRACKING_OF_DEPOSIT } from '@openwaybill/schemas';
import { type CaseJudge, checkOf, demand, endingOf, refusal } from '../../checks/check.ts';
import { SAID, verbatim } from '../../checks/sayings.ts';
import { eventsOfType, type Seen } from '../../checks/seen.ts';
import { answerOf, codeOfAnswer, isAccepted, requestOf } from '../../transcript/body.ts';
import type { Check, Finding } from '../../words.ts';
import { kindsOf } from './reservation.ts';

const LOCK = 600_000;
/** Instants of one machine may be told with whole seconds. */
const SECOND = 1000;

/** Of the parallel requests as many are accepted as there were cells, each gets one of its own, and the rest none. */
const oneACell: CaseJudge = (seen) => {
  const list = seen.one('locker-cells');
  const asked = seen.probe('locker-parallel');
  const [first] = asked;
  if (list === undefined || first === undefined) return undefined;
  const { lockerId, size, temperature } = requestOf(first) ?? {};
  const free = kindsOf(answerOf(list)).find(
    (kind) => kind.lockerId === lockerId && kind.size === size && kind.temperature === temperature,
  )?.freeCount;
  const accepted = asked.filter(isAccepted);
  const cells = new Set(accepted.map((one) => answerOf(one)?.cellNo));
  return [
    demand(
      cells.size === accepted.length,
      accepted.length === 0 ? first : accepted,
      { en: 'a cell for each parcel', zh: '每件快件一个格口' },
      { en: 'one cell for several parcels', zh: '多件快件同一格口' },
      { pointer: '/cellNo', surface: 'body' },
    ),
    demand(
      accepted.length <= Number(free),
      asked,
      { en: 'no more reservations than free cells', zh: '预留数不超过空闲格口数' },
      SAID.more,
      { surface: 'status' },
    ),
    ...asked
      .filter((one) => !isAccepted(one))
      .map((one) =>
        demand(codeOfAnswer(one) === 'CELL_TAKEN', one, verbatim('409 CELL_TAKEN'), endingOf(one), {
          surface: 'status',
        }),
      ),
  ];
};

/** In the free time nothing is due, and charging begins after it. */
const freeTime: CaseJudge = (seen) => {
  const fee = seen.one('locker-early-fee');
  const deposit = seen.one('locker-notified');
  if (fee === undefined || deposit === undefined || !isAccepted(deposit)) return undefined;
  if (!isAccepted(fee))
    return demand(
      codeOfAnswer(fee) === 'NOT_FOUND',
      fee,
      { en: 'a fee, or none', zh: '有保管费，或无' },
      endingOf(fee),
    );
  const { amount, periodCount, chargedFromAt } = answerOf(fee) ?? {};
  const { freeUntilAt } = answerOf(deposit) ?? {};
  return demand(
    amount?.minor === 0 &&
      periodCount === 0 &&
      Date.parse(chargedFromAt) >= Date.parse(freeUntilAt),
    [fee, deposit],
    { en: 'nothing due in the free time', zh: '免费时段内不收费' },
    { en: 'a fee', zh: '保管费' },
    { pointer: '/amount', surface: 'body' },
  );
};

const CODE = /^([0-9]{4,8}|[0-9]{1,3}-[0-9]{1,3}-[0-9]{3,5})$/;
/** Members that may have the form of a code and are none. */
const NUMBERS = ['waybillNo', 'cellNo', 'regionCode', 'lockerId', 'facilityId'];

/** Whether anything in a value has the form of a pickup code, or its name. */
const hasCode = (value: unknown, name = ''): boolean => {
  if (/pickup.?code|sealed.?code/i.test(name)) return true;
  if (typeof value === 'string' || typeof value === 'number')
    return typeof value === 'string' && !NUMBERS.includes(name) && CODE.test(value);
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(([member, one]) =>
      hasCode(one, Array.isArray(value) ? name : member),
    )
  );
};

/** No event and no read shows anything of the form of a code. */
const codesUnseen: CaseJudge = (seen): readonly Finding[] => {
  const reads = seen.exchanges.filter(
    ({ to, operation }) =>
      to === 'sut' && ['getDeposit', 'getReservation', 'getDepositFee'].includes(operation ?? ''),
  );
  const told = seen.events.filter(
    ({ type }) => type.startsWith('org.openwaybill.locker.') || type.includes('.tracking.'),
  );
  return [
    ...reads
      .filter(isAccepted)
      .map((read) =>
        demand(
          !hasCode(answerOf(read)),
          read,
          { en: 'no code in a read', zh: '查询中无取件码' },
          SAID.looksLikeCode,
          { surface: 'body' },
        ),
      ),
    ...told.map(({ data, attempts }) =>
      demand(
        !hasCode(data),
        attempts,
        { en: 'no code in an event', zh: '事件中无取件码' },
        SAID.looksLikeCode,
        { surface: 'body' },
      ),
    ),
  ];
};

/** A code that the runner is handed, as the platform of the parcel, is sealed to its key. */
const codesSealed: CaseJudge = (seen) =>
  seen
    .served('deliverPickupCode')
    .map((delivery) =>
      demand(
        String(requestOf(delivery)?.sealedCode).split('.').length === 5 &&
          delivery.facts?.opens !== false,
        delivery,
        { en: 'a code sealed to the platform', zh: '仅平台可解封的取件码' },
        { en: 'a code in clear, or sealed to somebody else', zh: '明文取件码，或密封给他人' },
        { pointer: '/sealedCode', surface: 'body' },
      ),
    );

const STATUS_OF_EVENT = {
  'locker.deposit.recorded': 'DEPOSITED',
  'locker.deposit.notified': 'NOTIFIED',
  'locker.deposit.collected': 'COLLECTED',
  'locker.deposit.overdue': 'OVERDUE',
  'locker.deposit.removed': 'REMOVED',
  'locker.fault.reported': 'FAULT',
} as const;

const scanned = (seen: Seen, type: keyof typeof STATUS_OF_EVENT): readonly Finding[] => {
  const code = TRACKING_OF_DEPOSIT[STATUS_OF_EVENT[type]];
  const scans = eventsOfType(seen, 'tracking.event.recorded');
  return eventsOfType(seen, type).map(({ data, attempts }) =>
    demand(
      scans.some(
        (scan) =>
          scan.data?.waybillNo === data?.waybillNo &&
          scan.data?.eventCode === code &&
          Date.parse(scan.data?.occurredAt) === Date.parse(data?.occurredAt),
      ),
      attempts,
      { en: `the tracking event ${code} of the same instant`, zh: `同一时刻的轨迹事件 ${code}` },
      SAID.none,
      { surface: 'absence' },
    ),
  );
};

/** Every change that is told is told as a scan too. */
const pairs: CaseJudge = (seen) =>
  Object.keys(STATUS_OF_EVENT).flatMap((type) =>
    scanned(seen, type as keyof typeof STATUS_OF_EVENT),
  );

/** The fifth wrong code locks for ten minutes, and the right one does not open then. */
const locked: CaseJudge = (seen) => {
  const before = seen.one('locker-locked');
  const after = seen.one('locker-tried-while-locked');
  if (before === undefined || after === undefined || !isAccepted(before)) return undefined;
  const { lockedUntilAt, updatedAt } = answerOf(before) ?? {};
  const lasts = Date.parse(lockedUntilAt) - Date.parse(updatedAt);
  return [
    demand(
      Math.abs(lasts - LOCK) <= SECOND,
      before,
      { en: 'a lock of ten minutes', zh: '锁定十分钟' },
      { en: 'another, or none', zh: '时长不同，或未锁定' },
      { pointer: '/lockedUntilAt', surface: 'body' },
    ),
    demand(
      answerOf(after)?.status === 'NOTIFIED',
      [after, before],
      { en: 'a deposit that stays locked', zh: '投放仍处于锁定' },
      SAID.anotherStatus,
      { pointer: '/status', surface: 'body' },
    ),
  ];
};

/** What the module demands beyond the shape of its messages. */
export const lockerChecks: readonly Check[] = [
  checkOf('LCK-001', {
    'locker-unasked': refusal('locker-unasked', 403, 'CONSENT_MISSING'),
  }),
  checkOf('LCK-002', { 'locker-free-time': { judge: freeTime, needs: 'ACTIONS' } }),
  checkOf('LCK-003', { 'locker-one-a-cell': oneACell }),
  checkOf('LCK-004', {
    'locker-codes-unseen': { judge: codesUnseen, needs: 'ACTIONS' },
    'locker-codes-sealed': { judge: codesSealed, needs: 'ACTIONS' },
  }),
  checkOf('LCK-006', { 'locker-scan-beside': { judge: pairs, needs: 'ACTIONS' } }),
  checkOf('LCK-007', { 'locker-five-wrong': { judge: locked, needs: 'ACTIONS' } }),
  checkOf('LCK-008', {
    'locker-not-agreed': refusal('locker-not-agreed', 422, 'RULE_VIOLATION', {
      pointer: '/traits/0',
    }),
  }),
];
