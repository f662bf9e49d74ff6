import { residentId } from '@openwaybill/validate';
import { type CaseJudge, checkOf, demand, refusal, violated } from '../../checks/check.ts';
import { SAID } from '../../checks/sayings.ts';
import { answerOf, isAccepted, requestOf, textOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Finding } from '../../words.ts';

const CHANGED = 'org.openwaybill.crossborder.declaration.changed';
const RECORDED = 'org.openwaybill.tracking.event.recorded';

/** Eighteen characters in the form of the number of an identity card, on their own. */
const NUMBERS = /(?<![0-9A-Za-z])[0-9]{17}[0-9X](?![0-9A-Za-z])/g;

/** What the system wrote: its answers, and its own requests and deliveries. */
const writtenIn = (exchange: Exchange): string =>
  textOf(exchange.from === 'sut' ? exchange.request.body : exchange.response?.body);

const identityNumbers: CaseJudge = (seen) => {
  const carrying = seen.exchanges.filter((exchange) =>
    (writtenIn(exchange).match(NUMBERS) ?? []).some(residentId.isValid),
  );
  const last = seen.exchanges.at(-1);
  if (last === undefined) return undefined;
  return demand(
    carrying.length === 0,
    carrying.length === 0 ? last : carrying,
    { en: 'no identity number in anything that it writes', zh: '所写内容均无证件号' },
    { en: 'an identity number', zh: '证件号' },
    { surface: 'body' },
  );
};

type Warning = { readonly pointer?: unknown };

/** What is accepted with a warning at this place; `undefined`: with none about the goods. */
const warned =
  (probe: string, pointer: string | undefined): CaseJudge =>
  (seen) =>
    seen.probe(probe).map((exchange): Finding => {
      if (!isAccepted(exchange))
        return violated(
          exchange,
          { en: 'accepted, whatever the goods', zh: '无论何种物品均接受' },
          SAID.refusal,
          { surface: 'status' },
        );
      const given: unknown = answerOf(exchange)?.warnings;
      const warnings: readonly Warning[] = Array.isArray(given) ? given : [];
      return demand(
        pointer === undefined
          ? warnings.every((one) => !String(one?.pointer).startsWith('/lines/'))
          : warnings.some((one) => one?.pointer === pointer),
        exchange,
        pointer === undefined
          ? { en: 'no warning about the goods', zh: '无物品警示' }
          : { en: 'a warning at that place', zh: '该处有警示' },
        pointer === undefined
          ? { en: 'a warning', zh: '警示' }
          : { en: 'no such warning', zh: '无此警示' },
        { pointer: '/warnings', surface: 'body' },
      );
    });

/** Each status that a read shows after a reply was told in exactly one event, with the code of the reply. */
const replies: CaseJudge = (seen) => {
  const told = seen.events.filter(({ type }) => type === CHANGED);
  return seen.probe('cross-border-replied').flatMap((read): readonly Finding[] => {
    if (!isAccepted(read)) return [];
    const { declarationId, status, authorityCode, revision } = answerOf(read) ?? {};
    const about = told.filter(
      ({ data }) => data.declarationId === declarationId && data.revision === revision,
    );
    const [event] = about;
    return [
      demand(
        event !== undefined &&
          about.length === 1 &&
          event.data.status === status &&
          typeof authorityCode === 'string' &&
          event.data.authorityCode === authorityCode,
        [read, ...about.flatMap(({ attempts }) => attempts)],
        {
          en: 'one event with the status and the code of the reply',
          zh: '一个事件，状态与代码同回执',
        },
        about.length === 0
          ? { en: 'no event', zh: '无事件' }
          : { en: 'another status or code, or several events', zh: '状态或代码不同，或有多个事件' },
        { surface: 'body' },
      ),
    ];
  });
};

type Value = { readonly currency?: unknown; readonly minor?: unknown };

/** Whether the lines, exactly and in one currency, are worth the total. */
const isWorth = (lines: unknown, total: Value | undefined): boolean => {
  const values: readonly (Value | undefined)[] = Array.isArray(lines)
    ? lines.map((line) => line?.value)
    : [];
  if (![total, ...values].every((one) => Number.isSafeInteger(one?.minor))) return false;
  const sum = values.reduce((minor, one) => minor + BigInt(one?.minor as number), 0n);
  return (
    values.every((one) => one?.currency === total?.currency) &&
    sum === BigInt(total?.minor as number)
  );
};

/** Every declaration, and every amendment of its goods. */
const totals: CaseJudge = (seen) =>
  ['submitDeclaration', 'amendDeclaration']
    .flatMap(seen.served)
    .filter((exchange) => requestOf(exchange)?.lines !== undefined)
    .map((exchange) =>
      demand(
        isWorth(requestOf(exchange).lines, requestOf(exchange).totalValue),
        exchange,
        { en: 'the sum of the lines in their currency', zh: '各行以其币种计的总和' },
        SAID.anotherTotal,
        { pointer: '/totalValue', surface: 'body' },
      ),
    );

const OFFICE = /^[A-Z]{6}$/;
const EXCHANGED = /^(EXPORT|TRANSIT|IMPORT)_OE_/;

const offices: CaseJudge = (seen) =>
  seen.events
    .filter(({ type, data }) => type === RECORDED && EXCHANGED.test(String(data.eventCode)))
    .map(({ attempts, data }) =>
      demand(
        OFFICE.test(String(data.location?.facilityId)),
        attempts,
        { en: 'the code of an office of exchange, six letters', zh: '互换局代码，六个字母' },
        { en: 'another name, or none', zh: '另一名称，或无' },
        { pointer: '/data/location/facilityId', surface: 'body' },
      ),
    );

const isAgent = { offers: 'submitDeclaration' } as const;

/** Checks of module `cross-border`. */
export const crossBorderChecks: readonly Check[] = [
  checkOf('XBD-001', {
    written: identityNumbers,
    refused: {
      judge: refusal('cross-border-identity', 422, 'PLAINTEXT_PERSONAL_DATA', {
        pointer: '/paymentRef',
      }),
      when: isAgent,
    },
  }),
  checkOf('XBD-002', { declared: { judge: totals, needs: 'ACTIONS' } }),
  checkOf('XBD-003', {
    vague: warned('cross-border-vague', '/lines/0/description'),
    worthless: warned('cross-border-worthless', '/lines/0/value'),
    clear: warned('cross-border-clear', undefined),
  }),
  checkOf('XBD-004', {
    'check-digit': refusal('cross-border-miscounted', 422, 'CHECK_DIGIT_INVALID', {
      pointer: '/s10',
    }),
    country: refusal('cross-border-of-nowhere', 422, 'CHECK_DIGIT_INVALID', { pointer: '/s10' }),
  }),
  checkOf('XBD-005', { replies: { judge: replies, needs: 'ACTIONS' } }),
  checkOf('XBD-006', { offices: { judge: offices, needs: 'SCANS' } }),
];
