import {
  blocked,
  type CaseJudge,
  checkOf,
  demand,
  endingOf,
  refusal,
  violated,
} from '../../checks/check.ts';
import { shapeOf } from '../../checks/discovery-server.ts';
import { SAID, verbatim } from '../../checks/sayings.ts';
import type { Seen } from '../../checks/seen.ts';
import { answerOf, isAccepted, requestOf, statusOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Finding } from '../../words.ts';

const DAY = 86_400_000;
/** Instants of one machine may be told with whole seconds. */
const SECOND = 1000;
const TAIL = 4;
/** A number of a person in this country, with its code: nothing is glued to it. */
const WHOLE = /^\+86(1[0-9]{10}|[1-9][0-9]{8,10})$/;

const bound = (seen: Seen, ...probes: readonly string[]): readonly Exchange[] =>
  probes.flatMap((probe) => seen.probe(probe));

const numberOf = (exchange: Exchange): string | undefined => answerOf(exchange)?.number;

/** No number is the real one, or ends like it. */
const otherTail: CaseJudge = (seen) => {
  const registered = seen.one('virtual-registered');
  if (registered === undefined) return undefined;
  const mobile = String(requestOf(registered)?.contact?.mobile);
  return bound(seen, 'virtual-number', 'virtual-model').map((exchange): Finding => {
    if (!isAccepted(exchange)) return blocked(exchange, 'STATE_NOT_REACHED', endingOf(exchange).en);
    const number = numberOf(exchange);
    return demand(
      number === undefined || number.slice(-TAIL) !== mobile.slice(-TAIL),
      [exchange, registered],
      { en: 'a number with another tail than the real one', zh: '尾号与真实号码不同的号码' },
      { en: 'the tail of the real number', zh: '真实号码的尾号' },
      { pointer: '/number', surface: 'body' },
    );
  });
};

/** Each model has its own members, and none has two in one. */
const apart: CaseJudge = (seen) =>
  bound(seen, 'virtual-model').map((exchange): Finding => {
    if (!isAccepted(exchange)) return blocked(exchange, 'STATE_NOT_REACHED', endingOf(exchange).en);
    const { model, number, extension, callUrl } = answerOf(exchange) ?? {};
    const isRight =
      model === 'CLICK_TO_CALL'
        ? typeof callUrl === 'string' && number === undefined && extension === undefined
        : WHOLE.test(String(number)) && (model !== 'AXN_EXT' || /^[0-9]{1,6}$/.test(extension));
    return demand(
      isRight,
      exchange,
      { en: 'number and extension, each by itself', zh: '号码与分机号分列' },
      SAID.otherMembers,
      { pointer: '/number', surface: 'body' },
    );
  });

/** A life beyond that of the purpose is cut. */
const cut: CaseJudge = (seen) =>
  seen.probe('virtual-cut').map((exchange): Finding => {
    if (!isAccepted(exchange)) return blocked(exchange, 'STATE_NOT_REACHED', endingOf(exchange).en);
    const others = seen.probe('virtual-bound').flatMap((one) => answerOf(one)?.expiresAt ?? []);
    const longest = Math.max(...others.map((instant) => Date.parse(instant)));
    const ends = Date.parse(answerOf(exchange)?.expiresAt);
    // both were bound at one instant of a standing clock, for thirty days and for one
    return demand(
      longest - ends >= 29 * DAY - SECOND,
      exchange,
      { en: 'the life of the purpose at most', zh: '至多为该目的的有效期' },
      { en: 'a longer one', zh: '更长的有效期' },
      { pointer: '/expiresAt', surface: 'body' },
    );
  });

const over = (probe: string): CaseJudge => refusal(probe, 404, 'NOT_FOUND');

/** One person's numbers at two merchants have nothing in common. */
const different: CaseJudge = (seen) => {
  const one = seen.one('virtual-one-merchant');
  const other = seen.one('virtual-other-merchant');
  if (one === undefined || other === undefined) return undefined;
  if (!isAccepted(one) || !isAccepted(other))
    return blocked(isAccepted(one) ? other : one, 'STATE_NOT_REACHED');
  return demand(
    numberOf(one) !== undefined && numberOf(one) !== numberOf(other),
    [one, other],
    { en: 'a number for each merchant', zh: '每个商家一个号码' },
    { en: 'one number for both', zh: '两者共用一个号码' },
    { pointer: '/number', surface: 'body' },
  );
};

/** What another organisation has, and what nobody has, answer alike. */
const alike: CaseJudge = (seen) => {
  const own = seen.one('virtual-own');
  const foreign = seen.one('virtual-foreign');
  const unknown = seen.one('virtual-unknown');
  const release = seen.one('virtual-foreign-release');
  if (foreign === undefined || unknown === undefined || release === undefined) return undefined;
  if (own === undefined || !isAccepted(own)) return blocked(foreign, 'TWIN_NOT_ACCEPTED');
  if (statusOf(unknown) !== 404)
    return violated(unknown, verbatim('404 NOT_FOUND'), endingOf(unknown), { surface: 'status' });
  return [foreign, release].map((exchange) =>
    demand(
      shapeOf(exchange) === shapeOf(unknown),
      [exchange, unknown],
      { en: 'the answer to a binding of nobody', zh: '与无人绑定相同的应答' },
      endingOf(exchange),
      { surface: 'body' },
    ),
  );
};

/** What bindings demand of a platform. */
export const virtualNumberChecks: readonly Check[] = [
  checkOf('VNM-001', { 'other-tail': otherTail }),
  checkOf('VNM-002', {
    released: over('virtual-released'),
    'other-phone': over('virtual-other-phone'),
    cut,
    'time-over': { judge: over('virtual-time-over'), needs: 'CLOCK' },
    closed: { judge: over('virtual-after-close'), needs: 'CLOCK' },
  }),
  checkOf('VNM-003', { apart }),
  checkOf('VNM-004', { different }),
  checkOf('VNM-005', { alike }),
];
