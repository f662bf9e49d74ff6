import type { SignatureProfile, SignedRequest } from '@openwaybill/privacy/signed-messages';
import { fromBase64url } from '@openwaybill/validate';
import { fresh } from '../../faults/bend.ts';
import type { Bend, Fault } from '../../words.ts';

type Verdict = Awaited<ReturnType<SignatureProfile['verifyRequest']>>;

/** A member of the header of a JWT. */
const headerMember = (authorization: string, name: string): string | undefined => {
  const bytes = fromBase64url(authorization.replace(/^Bearer /, '').split('.')[0] ?? '');
  try {
    return JSON.parse(new TextDecoder().decode(bytes))[name];
  } catch {
    return undefined;
  }
};

/** What a parameter of the one signature of a request says. */
const parameterOf = ({ headers }: SignedRequest, name: string): string =>
  new RegExp(`;${name}="([^"]*)"`).exec(headers.get('Signature-Input') ?? '')?.[1] ?? '';

const accepted = (request: SignedRequest): Verdict => ({
  ok: true,
  keyid: parameterOf(request, 'keyid'),
  nonce: parameterOf(request, 'nonce'),
});

type Opinion = (
  request: SignedRequest,
  verdict: Verdict,
  by: Parameters<SignatureProfile['verifyRequest']>[1],
) => Promise<Verdict | undefined> | Verdict | undefined;

/** Another opinion of some requests that the profile of the standard refuses, or accepts; made anew for each reference. */
const alterVerdicts = (make: () => Opinion): Bend => ({
  options: (options, switchOn) => {
    const profile: SignatureProfile = options.signedMessages;
    const alter = make();
    return {
      ...options,
      signedMessages: {
        ...profile,
        verifyRequest: async (request: SignedRequest, by: Parameters<Opinion>[2]) => {
          const verdict = await profile.verifyRequest(request, by);
          const altered = await alter(request, verdict, by);
          if (altered === undefined) return verdict;
          switchOn.fired();
          return altered;
        },
      },
    };
  },
});

const REQUIRED = ['@method', '@target-uri', 'authorization', 'content-digest', 'content-type'];

const coversLess = ({ headers }: SignedRequest): boolean => {
  const input = headers.get('Signature-Input') ?? '';
  return (
    input !== '' &&
    (REQUIRED.some((name) => !input.includes(`"${name}"`)) ||
      (headers.has('Idempotency-Key') && !input.includes('"idempotency-key"')))
  );
};

const withBody = ({ body }: SignedRequest): boolean => body.length > 0;

/** A system that looks up the key of a token wherever the token says. */
function keyFetcher(): Bend {
  let reach: ((request: Request) => Promise<Response>) | undefined;
  return {
    options: (options) => {
      reach = options.fetch;
      return options;
    },
    fetch: (next, switchOn) => async (request) => {
      const jku = headerMember(request.headers.get('Authorization') ?? '', 'jku');
      if (jku !== undefined) {
        switchOn.fired();
        await reach?.(new Request(jku));
      }
      return next(request);
    },
  };
}

type Sign = SignatureProfile['signResponse'];

/** Signs the answers below a path in another way. */
const signedOtherwise = (
  path: string,
  otherwise: (sign: Sign, ...asked: Parameters<Sign>) => ReturnType<Sign>,
): Bend => ({
  options: (options, switchOn) => {
    const profile: SignatureProfile = options.signedMessages;
    const signResponse: Sign = (response, request, by) => {
      if (!new URL(request.targetUri).pathname.startsWith(path))
        return profile.signResponse(response, request, by);
      switchOn.fired();
      return otherwise(profile.signResponse, response, request, by);
    };
    return { ...options, signedMessages: { ...profile, signResponse } };
  },
});

/** Over the answer alone, so that it fits any request. */
const unbound: Parameters<typeof signedOtherwise>[1] = (sign, response, request, by) =>
  sign(response, request, { ...by, covers: ['@status', 'content-digest', 'content-type'] });

const unsigned: Parameters<typeof signedOtherwise>[1] = async (_sign, { headers }) => headers;

const courier = { kind: 'hand', role: 'courier', claims: 'signed-messages' } as const;

/** Faults of tokens and signatures. */
export const signatureFaults: readonly Fault[] = [
  {
    kind: 'hand',
    role: 'courier',
    id: 'alg-none',
    title: { en: 'takes a token with algorithm none', zh: '接受算法为 none 的令牌' },
    violates: ['AUT-004'],
    bend: fresh(() => {
      let good: string | undefined;
      return {
        fetch: (next, switchOn) => async (request) => {
          const bearer = request.headers.get('Authorization') ?? '';
          if (headerMember(bearer, 'alg') !== 'none') {
            const answer = await next(request);
            if (bearer !== '' && answer.status !== 401) good = bearer;
            return answer;
          }
          if (good === undefined) return next(request);
          switchOn.fired();
          const headers = new Headers(request.headers);
          headers.set('Authorization', good);
          return next(new Request(request, { headers }));
        },
      };
    }),
  },
  {
    kind: 'hand',
    role: 'courier',
    id: 'token-key-fetched',
    title: { en: 'fetches the key that a token names', zh: '读取令牌指定的密钥地址' },
    violates: ['AUT-004'],
    bend: keyFetcher(),
  },
  {
    ...courier,
    id: 'signature-unchecked',
    title: { en: 'does not look at signatures', zh: '不验证签名' },
    violates: ['AUT-001', 'AUT-002', 'AUT-003', 'AUT-005'],
    bend: {
      options: (options, switchOn) => {
        const profile: SignatureProfile = options.signedMessages;
        let count = 0;
        return {
          ...options,
          signedMessages: {
            ...profile,
            verifyRequest: async (): Promise<Verdict> => {
              switchOn.fired();
              count += 1;
              return { ok: true, keyid: 'any', nonce: String(count) };
            },
            // what is not signed has nothing that an answer could be bound to
            signResponse: async (
              ...[response, request, by]: Parameters<SignatureProfile['signResponse']>
            ) =>
              request.headers.has('Signature')
                ? profile.signResponse(response, request, by)
                : response.headers,
          },
        };
      },
    },
  },
  {
    ...courier,
    id: 'signature-partial',
    title: { en: 'takes a signature over less than it must cover', zh: '接受覆盖不足的签名' },
    violates: ['AUT-002'],
    bend: alterVerdicts(
      () =>
        (request, { ok }) =>
          !ok && withBody(request) && coversLess(request) ? accepted(request) : undefined,
    ),
  },
  {
    ...courier,
    id: 'signature-stale-taken',
    title: { en: 'takes a signature of any age', zh: '接受任何时间的签名' },
    violates: ['AUT-001'],
    bend: alterVerdicts(
      () => (request, verdict) =>
        !verdict.ok && verdict.code === 'TIMESTAMP_SKEW' ? accepted(request) : undefined,
    ),
  },
  {
    ...courier,
    id: 'nonce-replay',
    title: { en: 'takes a nonce again', zh: '接受重复的随机数' },
    violates: ['AUT-003'],
    bend: alterVerdicts(() => {
      const seen = new Set<string>();
      return (request, verdict) => {
        const nonce = parameterOf(request, 'nonce');
        const isNew = !seen.has(nonce);
        seen.add(nonce);
        return verdict.ok && !isNew ? { ...verdict, nonce: `${nonce}-${seen.size}` } : undefined;
      };
    }),
  },
  {
    ...courier,
    id: 'token-unbound',
    title: {
      en: "takes a token with another organisation's key",
      zh: '令牌可与他方组织的密钥一同使用',
    },
    violates: ['AUT-005'],
    bend: alterVerdicts(
      () => async (request, verdict, by) =>
        !verdict.ok && (await by.keyOf(parameterOf(request, 'keyid'))) === 'FOREIGN'
          ? accepted(request)
          : undefined,
    ),
  },
  {
    ...courier,
    id: 'agreement-unbound',
    title: {
      en: 'signs an agreement without saying for which request',
      zh: '协议应答的签名未绑定请求',
    },
    violates: ['AUT-006'],
    bend: signedOtherwise('/v1/agreements', unbound),
  },
  {
    ...courier,
    id: 'label-unsigned',
    title: { en: 'answers with a label that nobody signed', zh: '面单应答未签名' },
    violates: ['AUT-006'],
    bend: signedOtherwise('/v1/waybills', unsigned),
  },
  {
    ...courier,
    id: 'notice-unsigned',
    title: { en: 'answers with a notice that nobody signed', zh: '中断通知应答未签名' },
    violates: ['AUT-006', 'DGR-001'],
    bend: signedOtherwise('/v1/interruption-notices', unsigned),
  },
  {
    kind: 'hand',
    role: 'platform',
    claims: 'signed-messages',
    id: 'reveal-unbound',
    title: {
      en: 'signs a reveal without saying for which request',
      zh: '揭示应答的签名未绑定请求',
    },
    violates: ['RVL-008'],
    bend: signedOtherwise('/v1/consignee-reveals', unbound),
  },
];
