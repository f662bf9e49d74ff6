import { cnName1, phone1, TAIL } from '@openwaybill/privacy';
import { ALLOWED, type Needle } from '@openwaybill/privacy/scan';
import type { Condition } from '@openwaybill/schemas';
import { hasUnitNumber } from '@openwaybill/validate';
import { type CaseJudge, checkOf, demand, holds, violated } from '../../checks/check.ts';
import { SAID } from '../../checks/sayings.ts';
import type { Seen } from '../../checks/seen.ts';
import { answerOf, isAccepted, requestOf, statusOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Finding, Text } from '../../words.ts';
import { leakSaid, leftSaid, maskSaid, masksSaid } from './leak-words.ts';
import { type Leak, leaksOf, type MaskShown } from './leaks.ts';
import { logRecords } from './log.ts';
import { allMasked, maskedIn, type SaidMasked } from './masked.ts';
import type { ShownSurface } from './surfaces.ts';

/** Who shows people at all. */
const SHOWS_PEOPLE: Condition = {
  any: [{ offers: 'registerConsignee' }, { offers: 'submitOrder' }],
};

/** Probes after which the system knows somebody. */
const GIVEN = ['leak-members', 'mask-person'] as const;

/** The last thing that the system said on such a surface after it was given somebody. */
const lastWatched = (
  seen: Seen,
  isOf: (where: ShownSurface) => boolean,
): ShownSurface | undefined => {
  const given = GIVEN.flatMap((probe) => seen.probe(probe))[0];
  if (given === undefined) return undefined;
  return leaksOf(seen.transcript).watched.findLast(
    (where) => where.exchange.seq > given.seq && isOf(where),
  );
};

const told = (leak: Leak): Finding =>
  violated(leak.where.exchange, { en: 'nothing of a person', zh: '不含个人信息' }, leakSaid(leak), {
    surface: leak.where.surface,
  });

/** No value of these kinds on surfaces of this sort, in any form or encoding. */
export const nothingOf =
  (isOf: (where: ShownSurface) => boolean, kinds?: readonly Needle['kind'][]): CaseJudge =>
  (seen) => {
    const mine = leaksOf(seen.transcript).leaks.filter(
      ({ kind, where }) => isOf(where) && (kinds === undefined || kinds.includes(kind)),
    );
    if (mine.length > 0) return mine.map(told);
    const last = lastWatched(seen, isOf);
    return last === undefined ? undefined : holds(last.exchange, last.surface);
  };

const isBody = ({ surface, of }: ShownSurface): boolean =>
  surface === 'body' && (of === 'ANSWER' || of === 'REQUEST');
const isEvent = ({ surface, of }: ShownSurface): boolean => surface === 'body' && of === 'EVENT';
const isEnvelope = ({ surface }: ShownSurface): boolean => surface !== 'body';

const eachMasked =
  (
    isOf: (said: SaidMasked) => boolean,
    isRight: (text: string) => boolean,
    expected: Text,
  ): CaseJudge =>
  (seen) =>
    allMasked(seen)
      .filter(isOf)
      .map(({ exchange, pointer, value }) =>
        demand(
          typeof value === 'string' && isRight(value),
          exchange,
          expected,
          { en: 'a text of another form', zh: '形式不同的文本' },
          { pointer, surface: 'body' },
        ),
      );

const NAME_1 = /^(\*{3}|\p{L}\p{M}{0,7}\*{2})$/u;
const PHONE_1 =
  /^(\*{3}|(\*{7}[0-9]{4}|0[0-9]{2,3}-\*{6}[0-9]{1,2}|\+?\*{6,13}[0-9]{1,2})(-\*{3})?)$/u;

const isMaskOf =
  (mask: SaidMasked['mask']) =>
  (said: SaidMasked): boolean =>
    said.mask === mask;

/** What a registration was answered is what the mask answers to what was registered; or it was refused. */
const asRegistered =
  (
    probes: readonly string[],
    member: 'nameMasked' | 'phoneMasked',
    wanted: (contact: {
      readonly name: string;
      readonly mobile?: string;
      readonly landline?: string;
    }) => string,
  ): CaseJudge =>
  (seen) =>
    probes
      .flatMap((probe) => seen.probe(probe))
      .filter(({ operation }) => operation === 'registerConsignee')
      .flatMap((exchange) => {
        if (!isAccepted(exchange)) return statusOf(exchange) === 422 ? [holds(exchange)] : [];
        const shown = answerOf(exchange)?.consignee?.contactMasked?.[member];
        return [
          demand(
            shown === wanted(requestOf(exchange).contact),
            exchange,
            { en: 'the mask of what was registered', zh: '所登记数据的脱敏值' },
            SAID.anotherText,
            { pointer: `/consignee/contactMasked/${member}`, surface: 'body' },
          ),
        ];
      });

const phoneOf = ({ mobile, landline }: { readonly mobile?: string; readonly landline?: string }) =>
  phone1(mobile ?? landline ?? '');

/** Masked values of known people that show digits or letters which their form hides. */
const beyond =
  (kind: MaskShown['kind']): CaseJudge =>
  (seen) => {
    const shown = leaksOf(seen.transcript).masks.filter(
      (one) => one.kind === kind && isBody(one.where),
    );
    const wrong = shown.filter(({ positions }) =>
      positions.some((at) => !ALLOWED[kind].includes(at)),
    );
    if (wrong.length > 0)
      return wrong.map((one) =>
        violated(one.where.exchange, leftSaid(kind), maskSaid(one), { surface: 'body' }),
      );
    const last = lastWatched(seen, isBody);
    return last === undefined ? undefined : holds(last.exchange, 'body');
  };

const readerOf = ({ exchange }: ShownSurface): string =>
  exchange.to === 'sut' ? exchange.from : exchange.to;

/** What one reader was shown of one value over the whole run, joined. */
const union: CaseJudge = (seen) => {
  const groups = new Map<string, MaskShown[]>();
  for (const one of leaksOf(seen.transcript).masks) {
    const key = `${readerOf(one.where)} ${one.canary} ${one.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const findings = [...groups.values()].flatMap((shown): readonly Finding[] => {
    const [first] = shown;
    if (first === undefined) return [];
    const { kind, canary, where } = first;
    const positions = [...new Set(shown.flatMap((one) => one.positions))].sort((a, b) => a - b);
    return [
      demand(
        positions.every((at) => ALLOWED[kind].includes(at)),
        [...new Set(shown.map((one) => one.where.exchange))].slice(0, 5),
        leftSaid(kind),
        masksSaid({ kind, canary, positions }, shown.length),
        { surface: where.surface },
      ),
    ];
  });
  if (findings.length > 0) return findings;
  const last = lastWatched(seen, isBody);
  return last === undefined ? undefined : holds(last.exchange, 'body');
};

/** Two reads of one thing give the same masked texts. */
const stable: CaseJudge = (seen) => {
  const reads = seen.probe('mask-again').filter(isAccepted);
  const [first, ...others] = reads;
  if (first === undefined || others.length === 0) return undefined;
  const textsOf = (exchange: Exchange): string =>
    JSON.stringify(maskedIn(exchange).map(({ pointer, value }) => [pointer, value]));
  return demand(
    textsOf(first) !== '[]' && others.every((other) => textsOf(other) === textsOf(first)),
    reads,
    { en: 'the same masked values at every read', zh: '每次查询的脱敏值相同' },
    { en: 'other masked values', zh: '不同的脱敏值' },
    { surface: 'body' },
  );
};

/** Names of different lengths give masks of one length. */
const lengthBlind: CaseJudge = (seen) => {
  const answered = seen.probe('mask-name').filter(isAccepted);
  const lengths = answered.map(
    (exchange) => [...String(answerOf(exchange)?.consignee?.contactMasked?.nameMasked)].length,
  );
  return answered.length < 2
    ? undefined
    : demand(
        new Set(lengths).size === 1,
        answered,
        { en: 'masks of one length', zh: '等长的脱敏值' },
        {
          en: `masks of ${[...new Set(lengths)].join(', ')} characters`,
          zh: `脱敏值长 ${[...new Set(lengths)].join('、')} 个字符`,
        },
        { surface: 'body' },
      );
};

const tailed: CaseJudge = (seen) =>
  allMasked(seen)
    .filter(({ mask, pointer }) => mask === 'addr-1' && pointer.endsWith('/tail'))
    .map(({ exchange, pointer, value }) =>
      demand(
        value === TAIL,
        exchange,
        { en: 'the tail of a masked address', zh: '脱敏地址的尾部' },
        SAID.anotherText,
        {
          pointer,
          surface: 'body',
        },
      ),
    );

const withoutUnit: CaseJudge = (seen) =>
  allMasked(seen)
    .filter(({ mask }) => mask === 'addr-1')
    .map(({ exchange, pointer, value }) =>
      demand(
        !hasUnitNumber(String(value)),
        exchange,
        { en: 'levels without a unit or a room', zh: '不含单元与房号的层级' },
        { en: 'a level with one', zh: '含单元或房号的层级' },
        { pointer, surface: 'body' },
      ),
    );

/** A short and a long address that agree as far as they are shown look the same. */
const addressBlind: CaseJudge = (seen) => {
  const answered = seen.probe('mask-address').filter(isAccepted);
  const [first, ...others] = answered.map((exchange) =>
    JSON.stringify(answerOf(exchange)?.consignee?.addressMasked),
  );
  return others.length === 0
    ? undefined
    : demand(
        others.every((other) => other === first),
        answered,
        {
          en: 'one masked form for addresses that agree as far as it goes',
          zh: '可见部分相同的地址，脱敏形式相同',
        },
        { en: 'different forms', zh: '不同的形式' },
        { surface: 'body' },
      );
};

const REGISTERED = ['mask-person', 'mask-name'] as const;
const ofPlatform: Condition = { offers: 'registerConsignee' };

/** Nothing of a person is shown but one masked form, on any surface, in any encoding. */
export const leakChecks: readonly Check[] = [
  checkOf('MSK-001', {
    'no-name': nothingOf(isBody, ['name']),
    'one-letter': beyond('name'),
    'every-name': {
      judge: eachMasked(isMaskOf('cn-name-1'), (text) => NAME_1.test(text), {
        en: 'a name by cn-name-1',
        zh: '依 cn-name-1 脱敏的姓名',
      }),
      when: SHOWS_PEOPLE,
    },
    registered: {
      judge: asRegistered(REGISTERED, 'nameMasked', ({ name }) => cnName1(name)),
      when: ofPlatform,
    },
  }),
  checkOf('MSK-002', {
    'no-phone': nothingOf(isBody, ['phone']),
    'four-digits': beyond('phone'),
    'every-phone': {
      judge: eachMasked(isMaskOf('phone-1'), (text) => PHONE_1.test(text), {
        en: 'a phone by phone-1',
        zh: '依 phone-1 脱敏的电话',
      }),
      when: SHOWS_PEOPLE,
    },
    registered: { judge: asRegistered(REGISTERED, 'phoneMasked', phoneOf), when: ofPlatform },
  }),
  checkOf('MSK-003', {
    'no-address': nothingOf(isBody, ['road', 'building', 'unit']),
    'every-tail': { judge: tailed, when: SHOWS_PEOPLE },
    'no-unit': { judge: withoutUnit, when: SHOWS_PEOPLE },
    'length-blind': { judge: addressBlind, when: ofPlatform },
  }),
  checkOf('MSK-004', { 'no-id': nothingOf(() => true, ['id']) }),
  checkOf('MSK-005', { 'two-three-four': lengthBlind }),
  checkOf('MSK-006', { 'read-twice': stable }),
  checkOf('MSK-007', { 'one-form': union }),
  checkOf('MSK-008', {
    names: asRegistered(['mask-odd-name'], 'nameMasked', ({ name }) => cnName1(name)),
    phones: asRegistered(['mask-odd-phone'], 'phoneMasked', phoneOf),
  }),
  checkOf('LOG-001', { 'every-record': logRecords }),
  checkOf('ENU-002', { 'no-person': nothingOf(isEnvelope) }),
  checkOf('WHK-001', { 'no-person': nothingOf(isEvent) }),
];
