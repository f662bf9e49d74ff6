import { blocked, type CaseJudge, checkOf, demand, refusal } from '../../checks/check.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import type { Check } from '../../words.ts';
import { DIGIT_RUNS } from './plain-input.ts';

/** Levels below the town, which nothing of an address in free text may fill. */
const BELOW_TOWN = ['road', 'building', 'unitRoom'];

const cappedAtTown =
  (probe: string, addressOf: (body: unknown) => object | undefined): CaseJudge =>
  (seen) =>
    seen.probe(probe).map((exchange) => {
      if (!isAccepted(exchange)) return blocked(exchange, 'STATE_NOT_REACHED');
      const shown = BELOW_TOWN.find((level) =>
        Object.hasOwn(addressOf(answerOf(exchange)) ?? {}, level),
      );
      return demand(
        shown === undefined,
        exchange,
        { en: 'no level below the town', zh: '无乡镇以下的层级' },
        { en: 'a level of an address that was not cut into levels', zh: '未分级地址的某一层级' },
        { surface: 'body', ...(shown === undefined ? {} : { pointer: `/addressMasked/${shown}` }) },
      );
    });

type WithAddress = { readonly addressMasked?: object };

const digitRuns = (member: string, pointer: string) =>
  Object.fromEntries(
    Object.keys(DIGIT_RUNS).map((form) => [
      `${member}-${form}`,
      refusal(`${member}-${form}`, 422, 'PLAINTEXT_PERSONAL_DATA', { pointer }),
    ]),
  );

const plainInMasked = (probe: string) => refusal(probe, 422, 'PLAINTEXT_PERSONAL_DATA');

/** What plain and masked members take. */
export const annotationChecks: readonly Check[] = [
  checkOf('PRV-005', {
    registered: cappedAtTown(
      'unparsed-registered',
      (body) =>
        (body as { readonly consignee?: WithAddress } | undefined)?.consignee?.addressMasked,
    ),
    viewed: cappedAtTown(
      'unparsed-viewed',
      (body) => (body as WithAddress | undefined)?.addressMasked,
    ),
  }),
  checkOf('PRV-006', {
    ...digitRuns('note', '/deliveryNote'),
    ...digitRuns('name', '/contact/name'),
    ...digitRuns('road', '/address/road'),
  }),
  checkOf('PRV-007', {
    name: plainInMasked('plain-name'),
    phone: plainInMasked('plain-phone'),
    unit: plainInMasked('plain-unit'),
  }),
];
