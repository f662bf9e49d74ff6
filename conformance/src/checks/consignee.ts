import {
  answerOf,
  codeOfAnswer,
  headerOf,
  isAccepted,
  jsonOf,
  requestOf,
  statusOf,
} from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Check, Finding, Text } from '../words.ts';
import {
  blocked,
  type CaseJudge,
  checkOf,
  demand,
  endingOf,
  holds,
  refusal,
  violated,
} from './check.ts';
import { SAID } from './sayings.ts';
import type { Seen } from './seen.ts';

/** A reference that was seen: whose it is, for which order, and where. */
type SeenReference = {
  readonly partyId: string;
  readonly orderNo: string;
  readonly ref: string;
  readonly at: Exchange;
};

const RUNNER = 'runner';

/** Every reference of a run that tells its holder and its order. */
const referencesIn = (seen: Seen): readonly SeenReference[] => [
  ...seen.served('submitOrder').flatMap((at): readonly SeenReference[] => {
    const { orderNo, consignee } = requestOf(at) ?? {};
    return typeof consignee?.consigneeRef === 'string'
      ? [{ partyId: RUNNER, orderNo, ref: consignee.consigneeRef, at }]
      : [];
  }),
  ...seen.probe('reference-result').flatMap((at): readonly SeenReference[] => {
    const { orderNo, references = [] } = answerOf(at)?.result ?? {};
    return references.map((one: { readonly partyId: string; readonly consigneeRef: string }) => ({
      partyId: one.partyId,
      orderNo,
      ref: one.consigneeRef,
      at,
    }));
  }),
  ...seen.probe('reference-registered').flatMap((at): readonly SeenReference[] => {
    const ref = answerOf(at)?.consignee?.consigneeRef;
    return typeof ref === 'string'
      ? [{ partyId: 'merchant', orderNo: requestOf(at)?.orderNo, ref, at }]
      : [];
  }),
];

/** Two references that differ in what `differ` looks at have different values. */
const distinct =
  (
    differ: (one: SeenReference, other: SeenReference) => boolean,
    expected: Text,
    actual: Text,
  ): CaseJudge =>
  (seen) => {
    const all = referencesIn(seen);
    const findings: Finding[] = [];
    for (const [index, one] of all.entries())
      for (const other of all.slice(0, index))
        if (differ(one, other)) {
          if (one.ref === other.ref) return violated([one.at, other.at], expected, actual);
          if (findings.length === 0) findings.push(holds([one.at, other.at]));
        }
    return findings;
  };

/** What of a refusal must be the same for everybody. */
const refusalOf = (exchange: Exchange): string =>
  JSON.stringify([statusOf(exchange), codeOfAnswer(exchange), answerOf(exchange)?.title]);

const foreignLikeUnknown: CaseJudge = (seen) => {
  const foreign = seen.one('reference-foreign');
  const unknown = seen.one('reference-unknown');
  const own = seen.one('reference-own');
  if (foreign === undefined || unknown === undefined || own === undefined) return undefined;
  if (!isAccepted(own)) return blocked(own, 'TWIN_NOT_ACCEPTED');
  return demand(
    refusalOf(foreign) === refusalOf(unknown),
    [foreign, unknown],
    endingOf(unknown),
    endingOf(foreign),
    { surface: 'status' },
  );
};

/** A view without the members that every answer has anew. */
const shown = (exchange: Exchange): string => {
  const { validUntilAt: _, ...view } = answerOf(exchange) ?? {};
  return JSON.stringify([statusOf(exchange), view]);
};

/** The answer to a probe is that of the plain request; refusing the whole request widens nothing either. */
export const asPlain =
  (probe: string, control = 'view-plain'): CaseJudge =>
  (seen) => {
    const plain = seen.one(control);
    const asked = seen.one(probe);
    if (plain === undefined || asked === undefined) return undefined;
    if (!isAccepted(plain)) return blocked(plain, 'STATE_NOT_REACHED');
    return demand(
      shown(asked) === shown(plain) || statusOf(asked) >= 400,
      [asked, plain],
      { en: 'the view of the plain request', zh: '普通请求所得的视图' },
      SAID.anotherView,
      { surface: 'body' },
    );
  };

const stageFollowsEvents: CaseJudge = (seen) => {
  const plain = seen.one('view-plain');
  const after = seen.one('view-after-events');
  const out = seen.one('view-out');
  if (plain === undefined || after === undefined || out === undefined) return undefined;
  if (!isAccepted(plain) || !isAccepted(out) || !isAccepted(after))
    return blocked(after, 'NOT_OBSERVABLE');
  const { stage } = answerOf(after) ?? {};
  return demand(
    stage === 'OUT_FOR_DELIVERY',
    [after, out],
    { en: 'stage OUT_FOR_DELIVERY', zh: '阶段 OUT_FOR_DELIVERY' },
    { en: 'another stage', zh: '另一阶段' },
    { pointer: '/stage' },
  );
};

/** A whole mobile number that stands alone: the digits of an id are none. */
const MOBILE = /(^|[^0-9A-Za-z_-])(\+?86)?1[3-9]\d{9}($|[^0-9A-Za-z_-])/;
const MASK_OR_NAME = /\*{2,}|\p{Script=Han}/u;

/** Names of members that hold what no event may carry. */
const PERSONAL = /(Masked|^contact|^address$|^phone|^mobile$|^landline$|^name$|^unitRoom$)/;

/** Where a payload holds a member that no event may carry, or a whole mobile number. */
const personalIn = (value: unknown, pointer: string): string | undefined => {
  if (typeof value === 'string') return MOBILE.test(value) ? pointer : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const at = `${pointer}/${name}`;
    if (!Array.isArray(value) && PERSONAL.test(name)) return at;
    const found = personalIn(member, at);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The types whose payloads tell of desks and organisations, not of people. */
const OF_DESKS = /^org\.openwaybill\.(continuity|agreement|discovery)\./;

const thinEvents: CaseJudge = (seen) =>
  seen.deliveries.map((delivery) => {
    const { type, data } = (jsonOf(delivery.request.body) ?? {}) as {
      readonly type?: string;
      readonly data?: unknown;
    };
    const found = OF_DESKS.test(String(type)) ? undefined : personalIn(data, '/data');
    return demand(
      found === undefined,
      delivery,
      { en: 'nothing above class pseudonymous', zh: '不含高于 pseudonymous 级别的数据' },
      { en: 'a member that tells of a person', zh: '可识别个人的成员' },
      { surface: 'body', ...(found === undefined ? {} : { pointer: found }) },
    );
  });

/** Text that no address or header may hold: a mask, a character of a name, a mobile number. */
const isTelling = (text: string): boolean => {
  let plain = text;
  try {
    plain = decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // what is no encoding is looked at as it is
  }
  return MASK_OR_NAME.test(plain) || MOBILE.test(plain);
};

const HEADERS = ['Location', 'Content-Disposition', 'Content-Location', 'Link'];

const quietUrls: CaseJudge = (seen) =>
  seen.exchanges
    .filter(({ from }) => from === 'sut')
    .map((exchange) =>
      demand(
        !isTelling(exchange.request.url.replace(/^https?:\/\/[^/]*/, '')),
        exchange,
        { en: 'nothing of a person in the address', zh: '地址（URL）中无个人信息' },
        SAID.tellsOfPerson,
        { surface: 'url' },
      ),
    );

const quietHeaders: CaseJudge = (seen) =>
  seen.exchanges
    .filter(({ to }) => to === 'sut')
    .map((exchange) =>
      demand(
        !HEADERS.some((name) => isTelling(headerOf(exchange.response?.headers, name) ?? '')),
        exchange,
        { en: 'nothing of a person in a header', zh: '消息头中无个人信息' },
        SAID.tellsOfPerson,
        { surface: 'header' },
      ),
    );

/** References, views and what may be said of a person outside of them. */
export const consigneeChecks: readonly Check[] = [
  checkOf('CSN-001', {
    orders: distinct(
      (one, other) => one.partyId === other.partyId && one.orderNo !== other.orderNo,
      { en: 'another reference for another order', zh: '另一订单使用另一引用' },
      { en: 'one reference for two orders', zh: '两张订单共用一个引用' },
    ),
    organisations: {
      needs: 'ACTIONS',
      judge: distinct(
        (one, other) => one.partyId !== other.partyId && one.orderNo === other.orderNo,
        { en: 'another reference for another organisation', zh: '另一单位使用另一引用' },
        { en: 'one reference for two organisations', zh: '两个单位共用一个引用' },
      ),
    },
  }),
  checkOf('CSN-002', {
    'same-person-again': (seen) => {
      const again = seen.one('reference-again');
      const [first] = seen.probe('reference-registered');
      if (again === undefined || first === undefined) return undefined;
      if (!isAccepted(again) || !isAccepted(first)) return blocked(again, 'STATE_NOT_REACHED');
      return demand(
        answerOf(again)?.consignee?.consigneeRef !== answerOf(first)?.consignee?.consigneeRef,
        [again, first],
        { en: 'a new reference', zh: '新的引用' },
        { en: 'the reference of the same data before', zh: '相同数据先前的引用' },
        { pointer: '/consignee/consigneeRef' },
      );
    },
  }),
  checkOf('CSN-003', { 'like-unknown': { needs: 'ACTIONS', judge: foreignLikeUnknown } }),
  checkOf(['CSN-004', 'PRV-004'], {
    name: refusal('masked-name', 422, 'MASKED_VALUE_AS_INPUT', { pointer: '/contact/name' }),
    'name-wide': refusal('masked-name-wide', 422, 'MASKED_VALUE_AS_INPUT', {
      pointer: '/contact/name',
    }),
    mobile: refusal('masked-mobile', 422, 'MASKED_VALUE_AS_INPUT', { pointer: '/contact/mobile' }),
    road: refusal('masked-road', 422, 'MASKED_VALUE_AS_INPUT', { pointer: '/address/road' }),
  }),
  checkOf(['CSN-005', 'VEW-008'], {
    'by-view': asPlain('view-by-view'),
    'by-fields': asPlain('view-by-fields'),
    'by-expand': asPlain('view-by-expand'),
    'by-include': asPlain('view-by-include'),
    'by-sort': asPlain('view-by-sort'),
    'by-header': asPlain('view-by-header'),
  }),
  checkOf(['CSN-006', 'VEW-007'], {
    'by-query': asPlain('stage-by-query'),
    'by-header': asPlain('stage-by-header'),
    'by-events': stageFollowsEvents,
  }),
  checkOf(['CTY-011', 'CSN-017'], {
    'consignee-view': {
      judge: asPlain('consignee-during-interruption', 'consignee-before-interruption'),
      needs: 'INTERRUPTIONS',
      when: { offers: 'getConsigneeView' },
    },
  }),
  checkOf('CSN-015', { 'every-event': thinEvents }),
  checkOf('CSN-016', { urls: quietUrls, headers: quietHeaders }),
];
