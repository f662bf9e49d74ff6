import { namesPerson, residentId } from '@openwaybill/validate';
import { both, type CaseJudge, checkOf, demand, refusal, unchanged } from '../../checks/check.ts';
import { SAID } from '../../checks/sayings.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check } from '../../words.ts';

const statusIn = (body: { readonly items?: readonly { readonly status?: unknown }[] }): unknown =>
  body?.items?.[0]?.status;

/** What was granted is granted on its day and expired after it. */
const over: CaseJudge = (seen) => {
  const before = seen.one('vehicle-pass-on-its-day');
  const after = seen.one('vehicle-pass-after-its-day');
  if (before === undefined || after === undefined || !isAccepted(after)) return undefined;
  if (statusIn(answerOf(before)) !== 'GRANTED') return undefined;
  return demand(
    statusIn(answerOf(after)) === 'EXPIRED',
    [before, after],
    { en: 'a pass that is EXPIRED after its last day', zh: '末日之后为 EXPIRED 的通行许可' },
    SAID.anotherStatus,
    { pointer: '/items/0/status', surface: 'body' },
  );
};

const DAY = 86_400_000;

type Days = readonly [from: number, to: number];

const daysOf = (from: unknown, to: unknown): Days => [
  Date.parse(String(from)),
  Date.parse(String(to)),
];

/** Whether some covers leave no day of a period out; both days of each count. */
const isCovered = ([from, to]: Days, covers: readonly Days[]): boolean => {
  let next = from;
  for (const [first, last] of covers.toSorted(([a], [b]) => a - b))
    if (first <= next) next = Math.max(next, last + DAY);
  return next > to;
};

/** The vehicle in the path of a request about it. */
const vehicleIn = (exchange: Exchange): string | undefined =>
  new URL(exchange.request.url).pathname.split('/')[3];

/** A vehicle is insured at a register that was told so before the application. */
const insuredThroughout: CaseJudge = (seen) =>
  seen.served('applyForPass').map((application) => {
    const { vehicleIds, fromOn, toOn } = requestOf(application) ?? {};
    const covers = (vehicleId: unknown): readonly Days[] =>
      seen
        .served('addInsuranceCover')
        .filter((one) => one.seq < application.seq && vehicleIn(one) === vehicleId)
        .map(requestOf)
        .map((cover) => daysOf(cover?.validFromOn, cover?.validToOn));
    const bare = (Array.isArray(vehicleIds) ? vehicleIds : []).findIndex(
      (vehicleId) => !isCovered(daysOf(fromOn, toOn), covers(vehicleId)),
    );
    return demand(
      bare < 0,
      application,
      { en: 'a cover on every day of the period for each vehicle', zh: '期间内每辆车每日均有保险' },
      { en: 'a vehicle that is not covered on one of them', zh: '某车某日无保险' },
      bare < 0 ? {} : { pointer: `/vehicleIds/${bare}`, surface: 'body' },
    );
  });

const ZERO_EMISSION: readonly unknown[] = ['BEV', 'FCEV', 'RAIL_ELECTRIC', 'HUMAN'];

const withoutEmissions: CaseJudge = (seen) =>
  seen.served('putVehicle').map((exchange) => {
    const { emissionStandard, energy } = requestOf(exchange) ?? {};
    return demand(
      emissionStandard !== 'ZERO' || ZERO_EMISSION.includes(energy),
      exchange,
      {
        en: 'an energy without emissions where the standard is ZERO',
        zh: '标准为 ZERO 者使用零排放能源',
      },
      { en: 'another energy', zh: '另一能源' },
      { pointer: '/energy', surface: 'body' },
    );
  });

/** Names of members that announce whose the qualification is, or which document says so. */
const TELLING = /name|identity|id(card|no|number)|licen[cs]e(no|number)|姓名|证号|证件/i;
/** A name of Chinese characters and nothing else, as it stands in a form. */
const HAN_NAME = /^\p{Script=Han}{2,4}$/u;
/** The number of an identity card, which that of a licence is too. */
const CARD = /(?<![0-9a-z])[0-9]{17}[0-9x](?![0-9a-z])/gi;
/** The number of the file of a licence. */
const LICENCE_FILE = /(?<![0-9a-z])[0-9]{12}(?![0-9a-z])/i;

const hasCard = (text: string): boolean =>
  (text.match(CARD) ?? []).some((number) => residentId.isValid(number.toUpperCase()));

/** Whether a value, at any depth, tells who a driver is. */
const tells = (value: unknown): boolean => {
  if (typeof value === 'string')
    return hasCard(value) || LICENCE_FILE.test(value) || HAN_NAME.test(value) || namesPerson(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([member, inner]) => (!Array.isArray(value) && TELLING.test(member)) || tells(inner),
  );
};

const unnamedDrivers: CaseJudge = (seen) =>
  seen
    .served('putDriverQualification')
    .map((exchange) =>
      demand(
        !hasCard(decodeURIComponent(exchange.request.url)) && !tells(requestOf(exchange)),
        exchange,
        { en: 'a pseudonym, and what the driver has learned', zh: '假名及驾驶员的培训情况' },
        { en: 'a name, or the number of a document', zh: '姓名或证件号' },
        { surface: 'body' },
      ),
    );

/** What the module demands beyond the shape of its messages. */
export const vehicleChecks: readonly Check[] = [
  checkOf('VEH-001', {
    'vehicle-number-taken': refusal('vehicle-number-taken', 409, 'DUPLICATE'),
    'vehicle-number-kept': unchanged('vehicle-number-before', 'vehicle-number-after'),
  }),
  checkOf('VEH-002', { 'vehicle-covered': { judge: insuredThroughout, needs: 'ACTIONS' } }),
  checkOf('VEH-003', {
    'vehicle-pass-uninsured': both(
      refusal('vehicle-pass-uninsured', 422, 'RULE_VIOLATION', { pointer: '/vehicleIds/1' }),
      refusal('vehicle-pass-day-missing', 422, 'RULE_VIOLATION', { pointer: '/vehicleIds/0' }),
    ),
  }),
  checkOf('VEH-004', { 'vehicle-unnamed': { judge: unnamedDrivers, needs: 'ACTIONS' } }),
  checkOf('VEH-005', { 'vehicle-pass-over': { judge: over, needs: 'CLOCK' } }),
  checkOf('VEH-006', { 'vehicle-zero': { judge: withoutEmissions, needs: 'ACTIONS' } }),
];
