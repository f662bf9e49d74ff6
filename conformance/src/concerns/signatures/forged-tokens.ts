import { base64url, fromBase64url } from '@openwaybill/validate';
import { SignJWT } from 'jose';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf } from '../../transcript/body.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const HOUR = 3600;

type Members = Readonly<Record<string, unknown>>;

const part = (value: unknown): string => base64url(encoder.encode(JSON.stringify(value)));

/** The parts of a token that is a JWT, as texts. */
const partsOf = (token: string): readonly [string, string, string] | undefined => {
  const [header, payload, signature, ...more] = token.split('.');
  return header && payload && signature && more.length === 0
    ? [header, payload, signature]
    : undefined;
};

const membersOf = (text: string): Members => {
  try {
    return (JSON.parse(decoder.decode(fromBase64url(text))) ?? {}) as Members;
  } catch {
    // a token of another make is forged from what the standard says of tokens
    return {};
  }
};

/** Secrets that a careless verifier could take a public key for. */
const secretsOf = (jwk: Members): readonly Uint8Array[] => {
  const x = String(jwk.x ?? '');
  return [fromBase64url(x), encoder.encode(x), encoder.encode(JSON.stringify(jwk))].flatMap(
    (bytes) => (bytes !== undefined && bytes.length >= 32 ? [bytes] : []),
  );
};

/** A right token, and tokens of everybody who may not issue any. */
export const forgedTokens = defineScenario({
  id: 'forged-tokens',
  title: text('Tokens that nobody issued', '伪造的令牌'),
  system: 'any',
  tier: 'W',
  touches: ['AUT-004'],
  run: async function* (stage) {
    yield step('CALL', 'A right token', '正确的令牌');
    const twin = await stage.call('listEventSubscriptions', {
      intent: 'CONTROL',
      probe: 'forged-token-twin',
    });
    const read = await stage.call('getKeys', { intent: 'PREPARE' });
    const keys: readonly Members[] = answerOf(read)?.keys ?? [];
    const token = await stage.token();
    const parts = partsOf(token);
    const { api, token: endpoint } = stage.claim.document.endpoints;
    const now = Math.floor(stage.wallNow() / 1000);
    const claims = {
      iss: api,
      aud: api,
      sub: stage.partyId(),
      client_id: stage.partyId(),
      ow_org: stage.partyId(),
      ow_role: stage.roleOf('runner'),
      iat: now,
      exp: now + HOUR / 6,
      ...(parts === undefined ? {} : membersOf(parts[1])),
    };
    const header = { typ: 'at+jwt', ...(parts === undefined ? {} : membersOf(parts[0])) };
    const tripwire = `${stage.peerUrl}/tripwire/keys`;

    const forged: [string, string][] = [
      ['none', `${part({ ...header, alg: 'none' })}.${part(claims)}.`],
      ['own-key', await stage.forge(claims, { typ: 'at+jwt' })],
      ['own-jwk', await stage.forge(claims, { typ: 'at+jwt' }, 'JWK')],
      ['own-jku', await stage.forge(claims, { typ: 'at+jwt', jku: tripwire })],
      ['own-x5u', await stage.forge(claims, { typ: 'at+jwt', x5u: tripwire })],
      [
        'assertion',
        await stage.forge(
          {
            iss: stage.clientId(),
            sub: stage.clientId(),
            aud: endpoint,
            jti: stage.invent.uuid(),
            iat: now,
            exp: now + 60,
          },
          { typ: 'JWT' },
        ),
      ],
    ];
    for (const jwk of keys)
      for (const secret of secretsOf(jwk))
        forged.push([
          'symmetric',
          await new SignJWT(claims)
            .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: String(jwk.kid) })
            .sign(secret),
        ]);
    if (parts !== undefined) {
      const [first, , signature] = parts;
      forged.push(
        ['altered', `${first}.${part({ ...claims, exp: now + 24 * HOUR })}.${signature}`],
        ['unknown-key', `${part({ ...header, kid: 'unknown' })}.${parts[1]}.${signature}`],
        ['unsigned', `${first}.${parts[1]}.`],
      );
    }

    yield step('CALL', 'Tokens of others', '他人伪造的令牌');
    for (const [name, value] of forged)
      await stage.call('listEventSubscriptions', {
        token: value,
        probe: `forged-token-${name}`,
        twinOf: twin.seq,
      });
    await stage.settle();
  },
});
