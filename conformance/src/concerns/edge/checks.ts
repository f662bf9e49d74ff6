import {
  acceptance,
  blocked,
  type CaseJudge,
  checkOf,
  demand,
  endingOf,
  holds,
  refusal,
  violated,
} from '../../checks/check.ts';
import { SAID, verbatim } from '../../checks/sayings.ts';
import type { Seen } from '../../checks/seen.ts';
import {
  answerOf,
  codeOfAnswer,
  headerOf,
  isAccepted,
  statusOf,
  textOf,
} from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Finding, Text } from '../../words.ts';

/** What an implementation is made of, as it shows when an error is passed on as it was thrown. */
const INSIDES: readonly (readonly [Text, RegExp])[] = [
  [
    { en: 'a stack', zh: '调用栈' },
    /\bat \S+ \(?\S+:\d+:\d+\)?|\bTraceback \(most recent|\bat [\w$.]+\([\w$]+\.java:\d+\)/,
  ],
  [
    verbatim('SQL'),
    /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\b.+\b(?:FROM|VALUES|SET|WHERE)\b|SQLITE_[A-Z]+|SQLSTATE|ORA-\d{5}/,
  ],
  [
    { en: 'a path of a file', zh: '文件路径' },
    /(?:^|[\s"'(])(?:\/(?:usr|home|var|srv|opt|app|etc|root)\/|[A-Z]:\\\\)|node_modules/,
  ],
  [
    { en: 'a library', zh: '程序库名' },
    /\b(?:ajv|fastify|hono|springframework|hibernate|jackson|django|flask|sequelize|typeorm|mybatis|kysely)\b/i,
  ],
];

const hidesItsInsides: CaseJudge = (seen) =>
  seen.exchanges
    .filter((exchange) => exchange.to === 'sut' && statusOf(exchange) >= 400)
    .map((exchange) => {
      const text = textOf(exchange.response?.body);
      const [found] = INSIDES.find(([, pattern]) => pattern.test(text)) ?? [];
      return found === undefined
        ? holds(exchange, 'body')
        : violated(
            exchange,
            { en: 'nothing of what the system is made of', zh: '不暴露系统的内部构成' },
            found,
            { surface: 'body' },
          );
    });

/** Longest time in milliseconds in which so many numbers were tried that they count as tried within a minute. */
const MINUTE = 60_000;
const FREE = 100;

const slowed: CaseJudge = (seen) => {
  const walk = seen.probe('walked-number');
  const [first] = walk;
  const last = walk.at(-1);
  if (first === undefined || last === undefined || walk.length <= FREE) return undefined;
  if (Date.parse(last.request.sentAt) - Date.parse(first.request.sentAt) >= MINUTE)
    return undefined;
  const after = walk.slice(FREE);
  const free = after.find((exchange) => codeOfAnswer(exchange) !== 'RATE_LIMITED');
  if (free !== undefined)
    return violated(
      [free, first],
      { en: '429 RATE_LIMITED after a hundred', zh: '一百次之后 429 RATE_LIMITED' },
      endingOf(free),
      { surface: 'status' },
    );
  const silent = after.find(
    (exchange) => headerOf(exchange.response?.headers, 'Retry-After') === undefined,
  );
  return demand(silent === undefined, silent ?? last, verbatim('Retry-After'), SAID.none, {
    surface: 'header',
  });
};

const alike: CaseJudge = (seen) =>
  seen
    .probe('walked-number')
    .filter((exchange) => codeOfAnswer(exchange) !== 'RATE_LIMITED')
    .map((exchange) =>
      demand(
        codeOfAnswer(exchange) === 'NOT_FOUND',
        exchange,
        verbatim('404 NOT_FOUND'),
        endingOf(exchange),
        { surface: 'status' },
      ),
    );

type Jwk = { readonly kid?: string; readonly use?: string };

/** The ids of the keys that sign, as a reading of the key set shows them. */
const signingKeysIn = (read: Exchange): readonly string[] => {
  const keys: readonly Jwk[] = answerOf(read)?.keys ?? [];
  return keys.flatMap(({ kid, use }) => (use === 'enc' || kid === undefined ? [] : [kid]));
};

type Reading = {
  readonly read: Exchange;
  readonly kids: readonly string[];
  /** What arrived since the reading before, signed by published keys alone. */
  readonly deliveries: readonly Exchange[];
};

/** The key set as it was read in the course of a rotation, with what was signed meanwhile. */
const readingOf = (seen: Seen, probe: string, since: number | undefined): Reading | undefined => {
  const read = seen.one(probe);
  if (read === undefined || since === undefined || !isAccepted(read)) return undefined;
  // a signature that is missing or wrong is told as that, and says nothing of how many there are
  const deliveries = seen.deliveries.filter(
    ({ seq, scenario, facts }) =>
      scenario === read.scenario && seq > since && seq < read.seq && facts?.signature === 'VALID',
  );
  return { read, kids: signingKeysIn(read), deliveries };
};

const signatureCountOf = ({ facts }: Exchange): number => facts?.signatureCount ?? 0;

/** A rotation that was begun: the key before it, and a reading of the key set in its course. */
const inRotation =
  (
    probe: string,
    earlier: string,
    judge: (reading: Reading, former: string) => Finding | readonly Finding[] | undefined,
  ): CaseJudge =>
  (seen) => {
    const before = seen.one('keys-before');
    const [former] = before === undefined ? [] : signingKeysIn(before);
    const reading = readingOf(seen, probe, seen.one(earlier)?.seq);
    const ended = seen.one('rotation-ended');
    if (former === undefined || reading === undefined || ended === undefined) return undefined;
    if (answerOf(ended)?.state !== 'SUCCEEDED') return blocked(ended, 'STATE_NOT_REACHED');
    return judge(reading, former);
  };

const bothSign = inRotation('keys-of-rotation', 'rotation-ended', ({ deliveries }) =>
  deliveries.map((exchange) =>
    demand(
      signatureCountOf(exchange) >= 2,
      exchange,
      {
        en: 'a signature by the former key and one by the new key',
        zh: '旧密钥与新密钥各一个签名',
      },
      { en: `${signatureCountOf(exchange)} signature`, zh: `${signatureCountOf(exchange)} 个签名` },
      { surface: 'header' },
    ),
  ),
);

const bothPublished = inRotation('keys-of-rotation', 'rotation-ended', ({ read, kids }, former) =>
  demand(
    kids.length >= 2 && kids.includes(former),
    read,
    { en: 'the former key beside the new one', zh: '旧密钥与新密钥并存' },
    { en: `${kids.length} keys that sign`, zh: `${kids.length} 个签名密钥` },
    { pointer: '/keys', surface: 'body' },
  ),
);

/** It was used a day ago at the earliest, and whoever has something that it signed may look it up. */
const formerStays = inRotation('keys-a-day-later', 'keys-of-rotation', ({ read, kids }, former) =>
  demand(
    kids.includes(former),
    read,
    { en: 'the former key, for seven days after its last use', zh: '旧密钥在最后使用后保留七日' },
    { en: 'a key set without it', zh: '密钥集中没有旧密钥' },
    { pointer: '/keys', surface: 'body' },
  ),
);

const formerGoes = inRotation(
  'keys-a-month-later',
  'keys-a-day-later',
  ({ read, kids, deliveries }, former) => [
    demand(
      !kids.includes(former),
      read,
      { en: 'the new key alone', zh: '仅新密钥' },
      { en: 'the former key too', zh: '仍有旧密钥' },
      { pointer: '/keys', surface: 'body' },
    ),
    ...deliveries
      .slice(-1)
      .map((exchange) =>
        demand(
          signatureCountOf(exchange) === 1,
          exchange,
          { en: 'one signature', zh: '一个签名' },
          verbatim(signatureCountOf(exchange)),
          { surface: 'header' },
        ),
      ),
  ],
);

const SECRET = /"secret"\s*:/;

const toldOnce: CaseJudge = (seen) =>
  seen
    .probe('secret-read')
    .filter(isAccepted)
    .map((exchange: Exchange) =>
      demand(
        !SECRET.test(textOf(exchange.response?.body)),
        exchange,
        { en: 'no secret', zh: '不含密钥' },
        { en: 'the secret again', zh: '再次给出密钥' },
        { surface: 'body' },
      ),
    );

/** Checks of what stands at the edge of every system. */
export const edgeChecks: readonly Check[] = [
  checkOf('WHK-004', {
    inside: refusal('target-inside', 422, 'RULE_VIOLATION', { pointer: '/callbackUrl' }),
    'ill-formed': refusal('target-ill-formed', 422, 'SCHEMA_VIOLATION', {
      pointer: '/callbackUrl',
    }),
  }),
  checkOf('WHK-006', {
    'both-sign': { needs: 'ACTIONS', judge: bothSign },
    'both-published': { needs: 'ACTIONS', judge: bothPublished },
    'former-stays': { needs: 'ACTIONS', judge: formerStays },
    'former-goes': { needs: 'ACTIONS', judge: formerGoes },
    'gone-ends-it': (seen) =>
      seen
        .probe('gone-read')
        .filter(isAccepted)
        .map((exchange) =>
          demand(
            answerOf(exchange)?.state === 'ABORTED',
            exchange,
            verbatim('ABORTED'),
            SAID.anotherState,
            { pointer: '/state', surface: 'body' },
          ),
        ),
  }),
  checkOf('WHK-007', { 'told-once': toldOnce }),
  checkOf('IDM-002', { 'of-another': acceptance('key-of-theirs', 201) }),
  checkOf('ERR-004', { 'hides-its-insides': hidesItsInsides }),
  checkOf('ENU-001', { slowed, alike }),
];
