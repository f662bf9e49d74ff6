import { base64url } from '@openwaybill/validate';
import { SignJWT } from 'jose';
import { defineScenario, step, text } from '../scenario.ts';

const encoder = new TextEncoder();

const part = (value: unknown): string => base64url(encoder.encode(JSON.stringify(value)));

/** A read that needs a token, with tokens that must not do; and the operations that need none. */
export const authentication = defineScenario({
  id: 'authentication',
  title: text('Who calls', '身份认证'),
  system: 'any',
  tier: 'W',
  touches: ['DSC-001', 'DSC-024', 'DSC-031', 'DSC-021'],
  run: async function* (stage) {
    yield step('CALL', 'A right token, and others', '正确的令牌与其他令牌');
    const twin = await stage.call('listEventSubscriptions', {
      intent: 'CONTROL',
      probe: 'token-right',
    });
    const audience = stage.claim.document.endpoints.api;
    const claims = {
      iss: audience,
      aud: audience,
      sub: stage.partyId(),
      client_id: 'runner',
      exp: 4_102_444_800,
    };
    const unsigned = `${part({ alg: 'none', typ: 'at+jwt' })}.${part(claims)}.`;
    const symmetric = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .sign(encoder.encode(JSON.stringify(stage.claim.document.endpoints.keys).padEnd(32)));
    const tokens: readonly (readonly [string, string | null])[] = [
      ['token-none', null],
      ['token-unknown', 'x'.repeat(40)],
      ['token-unsigned', unsigned],
      ['token-symmetric', symmetric],
    ];
    for (const [probe, token] of tokens)
      await stage.call('listEventSubscriptions', {
        token,
        probe,
        twinOf: twin.seq,
      });
  },
});
