import { consigneeRef } from '@openwaybill/validate';
import {
  blocked,
  type CaseJudge,
  checkOf,
  demand,
  endingOf,
  holds,
  violated,
} from '../../checks/check.ts';
import { SAID } from '../../checks/sayings.ts';
import type { Seen } from '../../checks/seen.ts';
import { answerOf, codeOfAnswer, isAccepted, requestOf, statusOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Finding, Text } from '../../words.ts';
import { patternIn } from './randomness.ts';
import { orderNosIn, SAMPLE } from './token-sample.ts';

const FORM = /^cr1_[A-Za-z0-9_-]{21}[AQgw][A-Za-z0-9_-]$/;
const BODY = 'cr1_'.length;

const isWellFormed = (reference: unknown): boolean =>
  typeof reference === 'string' &&
  FORM.test(reference) &&
  consigneeRef.checkDigitOf(reference.slice(BODY, -1)) === reference.slice(-1);

const referenceIn = (exchange: Exchange): unknown => answerOf(exchange)?.consignee?.consigneeRef;

const formed: CaseJudge = (seen) =>
  seen
    .calls('registerConsignee')
    .filter(isAccepted)
    .map((exchange) =>
      demand(
        isWellFormed(referenceIn(exchange)),
        exchange,
        {
          en: 'a reference of the form of its schema with its check character',
          zh: '形式合规且校验字符正确的引用',
        },
        { en: 'another form', zh: '另一形式' },
        { pointer: '/consignee/consigneeRef' },
      ),
    );

const random: CaseJudge = (seen) => {
  const sample = seen.probe('token-sample').filter(isAccepted);
  if (sample.length === 0) return undefined;
  if (sample.length < SAMPLE) return blocked(sample, 'STATE_NOT_REACHED');
  const pattern = patternIn(sample.map((exchange) => String(referenceIn(exchange))));
  return demand(
    pattern === undefined,
    sample,
    { en: `no pattern in ${SAMPLE} references`, zh: `${SAMPLE} 个引用中无规律` },
    { en: `a pattern: ${pattern}`, zh: `有规律：${pattern}` },
    { pointer: '/consignee/consigneeRef' },
  );
};

/** What of a refusal must be the same for everybody. */
const refusalOf = (exchange: Exchange): string =>
  JSON.stringify([statusOf(exchange), codeOfAnswer(exchange), answerOf(exchange)?.title]);

/** One request with something that is gone, and with something that never was: both are unknown alike. */
const likeUnknown =
  (control: string, gone: string, unknown: string): CaseJudge =>
  (seen) => {
    const was = seen.one(control);
    const after = seen.one(gone);
    const never = seen.one(unknown);
    if (was === undefined || after === undefined || never === undefined) return undefined;
    if (!isAccepted(was)) return blocked(was, 'TWIN_NOT_ACCEPTED');
    return demand(
      statusOf(after) === 404 && refusalOf(after) === refusalOf(never),
      [after, never, was],
      SAID.likeWhatNeverWas,
      endingOf(after),
      { surface: 'status' },
    );
  };

const mergeKeyIn = (exchange: Exchange | undefined): unknown =>
  exchange === undefined ? undefined : answerOf(exchange)?.mergeKey;

/** The merge key of another registration beside that of the first. */
const mergeKey =
  (probe: string, isRight: (first: unknown, other: unknown) => boolean, actual: Text): CaseJudge =>
  (seen) => {
    const first = seen.one('merge-first');
    const other = seen.one(probe);
    if (first === undefined || other === undefined) return undefined;
    if (!isAccepted(first) || !isAccepted(other)) return blocked(other, 'STATE_NOT_REACHED');
    if (mergeKeyIn(first) === undefined) return blocked(first, 'NOT_OBSERVABLE');
    return demand(
      isRight(mergeKeyIn(first), mergeKeyIn(other)),
      [other, first],
      {
        en: 'a key of one merchant and one epoch, gone when a waybill is bound',
        zh: '合单键限一个商家、一个周期，绑定运单后即消失',
      },
      actual,
      { pointer: '/mergeKey' },
    );
  };

/** A mobile number that stands alone in a token, after its prefix or between separators. */
const PHONE = /(^|[^0-9A-Za-z])(\+?86)?1[3-9]\d{9}($|[^0-9A-Za-z])/;
/** Members that hold tokens: what stands for something and says nothing of it. */
const TOKEN = /(Ref|Key|^id|Id)$/;
/** Names of organisations and places, which are no tokens. */
const NAMES: readonly string[] = [
  'partyId',
  'keyId',
  'packageId',
  'carrierAccountId',
  'facilityId',
];

/** Where a value holds a token that is shaped like a phone number. */
const phoneShaped = (value: unknown, pointer: string): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const at = `${pointer}/${name}`;
    const isToken = typeof member === 'string' && TOKEN.test(name) && !NAMES.includes(name);
    if (isToken && PHONE.test(member)) return at;
    const found = phoneShaped(member, at);
    if (found !== undefined) return found;
  }
  return undefined;
};

const noPhones: CaseJudge = (seen) =>
  seen.exchanges
    .filter((exchange) => exchange.to === 'sut' && isAccepted(exchange))
    .map((exchange) => {
      const found = phoneShaped(answerOf(exchange), '');
      return found === undefined
        ? holds(exchange, 'body')
        : violated(
            exchange,
            { en: 'no token that looks like a phone number', zh: '令牌不得形似电话号码' },
            { en: 'one that does', zh: '形似电话号码的令牌' },
            {
              surface: 'body',
              pointer: found,
            },
          );
    });

const MOST = 100;

const ownOrders: CaseJudge = (seen) => {
  const own = new Set(seen.probe('token-sample').map((exchange) => requestOf(exchange)?.orderNo));
  return seen.probe('lookup-own').map((exchange) => {
    if (!isAccepted(exchange))
      return violated(exchange, { en: 'own orders', zh: '本方订单' }, endingOf(exchange));
    const found = orderNosIn(exchange);
    return demand(
      found.length > 0 && found.length <= MOST && found.every((one) => own.has(one)),
      exchange,
      { en: `own orders, at most ${MOST}`, zh: `本方订单，至多 ${MOST} 张` },
      found.length > MOST
        ? { en: 'more than that', zh: '多于此数' }
        : { en: 'no order, or one of another', zh: '无订单，或有他方订单' },
      { pointer: '/orderNos' },
    );
  });
};

/** Nothing is found, or the request is refused for its form: nothing is told. */
const tellsNothing = (exchange: Exchange): boolean =>
  isAccepted(exchange) ? orderNosIn(exchange).length === 0 : statusOf(exchange) === 422;

const demandNothing = (exchange: Exchange): Finding =>
  demand(
    tellsNothing(exchange),
    exchange,
    SAID.nothingFound,
    isAccepted(exchange) ? { en: 'an order', zh: '一张订单' } : endingOf(exchange),
    { pointer: '/orderNos' },
  );

/** Of several strangers one may be known to a system rightly, since others invent people too; it does not know them all. */
const knowsNotEverybody: CaseJudge = (seen) => {
  const lookups = seen.probe('lookup-unknown');
  const quiet = lookups.filter(tellsNothing);
  return (quiet.length > 0 ? quiet : lookups).map(demandNothing);
};

const foreignLikeNobody: CaseJudge = (seen) => {
  const foreign = seen.one('lookup-foreign');
  const nobody = seen.one('lookup-foreign-unknown');
  const own = seen.one('lookup-own');
  if (foreign === undefined || nobody === undefined || own === undefined) return undefined;
  if (!isAccepted(own)) return blocked(own, 'TWIN_NOT_ACCEPTED');
  const shown = (exchange: Exchange) => JSON.stringify([statusOf(exchange), orderNosIn(exchange)]);
  return demand(
    shown(foreign) === shown(nobody) && orderNosIn(foreign).length === 0,
    [foreign, nobody],
    { en: 'the answer of a person whom nobody registered', zh: '与未登记之人相同的应答' },
    SAID.anotherAnswer,
    { surface: 'body' },
  );
};

const lookupsLogged: CaseJudge = (seen) => {
  const before = seen.one('lookup-log-before');
  const after = seen.one('lookup-log-after');
  if (before === undefined || after === undefined) return undefined;
  if (!isAccepted(before) || !isAccepted(after)) return blocked(after, 'NOT_OBSERVABLE');
  const count = (exchange: Exchange): number => answerOf(exchange)?.items?.length ?? 0;
  const between = ['lookup-own', 'lookup-part'].flatMap((probe) =>
    seen.probe(probe).filter(isAccepted),
  );
  return demand(
    count(after) - count(before) >= between.length,
    [after, before],
    { en: 'an entry of each lookup', zh: '每次查找一条记录' },
    { en: 'fewer entries', zh: '条目较少' },
    { pointer: '/items' },
  );
};

const allLikeUnknown =
  (control: string, gone: string, unknown: string, ...what: readonly string[]): CaseJudge =>
  (seen: Seen) =>
    what.flatMap((one) => {
      const found = likeUnknown(control, `${gone}-${one}`, `${unknown}-${one}`)(seen);
      return found === undefined ? [] : ([found].flat() as readonly Finding[]);
    });

/** Checks of references and keys. */
export const tokenChecks = [
  checkOf('TOK-001', { form: formed, sample: random }),
  checkOf('TOK-005', {
    'after-closed': allLikeUnknown(
      'token-alive',
      'token-dead',
      'token-unknown',
      'view',
      'log',
      'reveal',
      'contact',
    ),
  }),
  checkOf('TOK-006', {
    'one-person': mergeKey('merge-again', (one, other) => one === other, {
      en: 'another key',
      zh: '另一幂等键',
    }),
    'other-merchant': mergeKey('merge-other-merchant', (one, other) => one !== other, {
      en: 'the key of another merchant',
      zh: '另一商家的合单键',
    }),
    'other-epoch': {
      judge: mergeKey('merge-later', (one, other) => one !== other, {
        en: 'the key of another week',
        zh: '另一周的合单键',
      }),
      needs: 'CLOCK',
    },
    bound: mergeKey('merge-bound', (_, other) => other === undefined, {
      en: 'a key after binding',
      zh: '绑定后仍有合单键',
    }),
  }),
  checkOf('TOK-007', { 'no-phone': noPhones }),
  checkOf('TOK-009', {
    'own-orders': ownOrders,
    'whole-values': (seen) => seen.probe('lookup-part').map(demandNothing),
    'nothing-found': knowsNotEverybody,
    'not-yours': foreignLikeNobody,
    audited: lookupsLogged,
  }),
];
