import { registry, type SignedContent, signedContentOf } from '@openwaybill/schemas';
import { holds } from '../../applicability.ts';
import { type CaseJudge, checkOf, demand, refusal } from '../../checks/check.ts';
import { headerOf, isAccepted, statusOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check } from '../../words.ts';

const token = (name: string): CaseJudge => refusal(`forged-token-${name}`, 401, 'UNAUTHENTICATED');
const invalid = (probe: string): CaseJudge => refusal(probe, 401, 'SIGNATURE_INVALID');

/** A key that a token brings along is not fetched by anybody. */
const notFetched: CaseJudge = (seen) => {
  const brought = [...seen.probe('forged-token-own-jku'), ...seen.probe('forged-token-own-x5u')];
  if (brought.length === 0) return undefined;
  const fetched = seen.exchanges.filter(
    ({ from, request }) => from === 'sut' && new URL(request.url).pathname.startsWith('/tripwire/'),
  );
  return demand(
    fetched.length === 0,
    [...fetched, ...brought],
    { en: 'no request to an address that a token names', zh: '不向令牌所列地址发出请求' },
    { en: 'a request', zh: '发出请求' },
    { surface: 'url' },
  );
};

/** What came of a request that was signed as it must be has a signature for exactly that request. */
const bound =
  (content: SignedContent, isMeant: (exchange: Exchange) => boolean): CaseJudge =>
  (seen) =>
    registry.operations
      .filter((operation) => signedContentOf(registry.schemas, operation) === content)
      .flatMap(({ operationId }) => seen.calls(operationId))
      .filter((exchange) => exchange.response !== undefined && isMeant(exchange))
      .map((exchange) =>
        demand(
          exchange.facts?.answerSignature === 'VALID',
          exchange,
          {
            en: 'a signature over status, content and request',
            zh: '覆盖状态码、内容与请求的签名',
          },
          {
            en: `a signature that is ${exchange.facts?.answerSignature ?? 'ABSENT'}`,
            zh: `签名为 ${exchange.facts?.answerSignature ?? 'ABSENT'}`,
          },
          { surface: 'header' },
        ),
      );

/** A request without a signature has nothing that its answer could be bound to. */
const isSigned = ({ request }: Exchange): boolean =>
  headerOf(request.headers, 'signature') !== undefined;

const SIGNED_MESSAGES = { claims: 'signed-messages' } as const;

/** The answer that holds what was asked for; only the class wants it signed. */
const held =
  (content: SignedContent): CaseJudge =>
  (seen) =>
    holds(SIGNED_MESSAGES, seen.claim)
      ? bound(content, (exchange) => isAccepted(exchange) && isSigned(exchange))(seen)
      : undefined;

/** What the security profile says of tokens and signatures. */
export const signatureChecks: readonly Check[] = [
  checkOf('AUT-004', {
    'token-none': token('none'),
    'token-symmetric': token('symmetric'),
    'token-own-key': token('own-key'),
    'token-own-jwk': token('own-jwk'),
    'token-own-jku': token('own-jku'),
    'token-own-x5u': token('own-x5u'),
    'token-assertion': token('assertion'),
    'key-not-fetched': notFetched,
    'token-altered': { judge: token('altered'), optional: true },
    'token-unknown-key': { judge: token('unknown-key'), optional: true },
    'token-unsigned': { judge: token('unsigned'), optional: true },
  }),
  checkOf('AUT-001', {
    'unsigned-read': invalid('signed-not-read'),
    'unsigned-command': invalid('signed-not-command'),
    stale: refusal('signed-stale', 401, 'TIMESTAMP_SKEW'),
    future: refusal('signed-future', 401, 'TIMESTAMP_SKEW'),
    body: invalid('signed-other-body'),
    digest: invalid('signed-other-digest'),
    'content-type': invalid('signed-other-type'),
    'idempotency-key': invalid('signed-other-command'),
    signature: invalid('signed-other-signature'),
    path: invalid('signed-other-path'),
    query: invalid('signed-other-query'),
    'unknown-key': refusal('signed-unknown-key', 401, 'KEY_UNKNOWN'),
    twice: invalid('signed-twice'),
    authorization: { judge: invalid('signed-other-token'), optional: true },
  }),
  checkOf('AUT-002', {
    'method-alone': invalid('signed-method-alone'),
    'without-method': invalid('signed-without-method'),
    'without-target': invalid('signed-without-target-uri'),
    'without-authorization': invalid('signed-without-authorization'),
    'without-digest': invalid('signed-without-content-digest'),
    'without-content-type': invalid('signed-without-content-type'),
    'without-idempotency-key': invalid('signed-without-idempotency-key'),
  }),
  checkOf('AUT-003', {
    read: invalid('signed-read-again'),
    command: invalid('signed-command-again'),
  }),
  checkOf('AUT-005', {
    'other-key': invalid('signed-by-another'),
    'other-token': invalid('signed-for-another'),
  }),
  checkOf('AUT-006', {
    agreement: held('Agreement'),
    notice: { needs: 'INTERRUPTIONS', judge: held('InterruptionNotice') },
    label: { when: { offers: 'createWaybill' }, judge: held('LabelData') },
  }),
  checkOf('DGR-001', {
    'notice-signed': {
      when: SIGNED_MESSAGES,
      needs: 'INTERRUPTIONS',
      judge: held('InterruptionNotice'),
    },
  }),
  checkOf('RVL-008', {
    bound: bound('RevealGrant', (exchange) => statusOf(exchange) !== 401),
  }),
];
