import { describe, expect, test } from 'vitest';
import { Misuse, Unreachable } from '../src/claim.ts';
import { memoryShore } from '../src/drive/memory-shore.ts';
import { nullSystems } from '../src/null-systems/index.ts';
import { isBinding } from '../src/outcome.ts';
import { check } from '../src/run.ts';
import type { CapabilityDocument } from '../src/words.ts';
import { credentialsFor, reference } from './reference.ts';
import { wrongIn } from './result-form.ts';

const claimOf = async (role: 'courier' | 'platform'): Promise<CapabilityDocument> => {
  const { mock, url } = await reference(role);
  const answer = await mock.fetch(new Request(`${url}/.well-known/openwaybill`));
  return (await answer.json()) as CapabilityDocument;
};

/** The same, where even a token is had: whatever looks alive from outside. */
const withToken =
  (fetch: (request: Request) => Promise<Response>) =>
  async (request: Request): Promise<Response> =>
    new URL(request.url).pathname === '/oauth/token'
      ? new Response('{"access_token":"t","token_type":"Bearer","expires_in":600}', {
          headers: { 'Content-Type': 'application/json' },
        })
      : fetch(request);

describe.each(['courier', 'platform'] as const)('as %s', (role) => {
  test.each(nullSystems.map(({ id, fetch }) => [id, fetch] as const))(
    '%s passes no MUST',
    async (_id, fetch) => {
      const document = await claimOf(role);
      const credentials = await credentialsFor(role);
      for (const answer of [fetch, withToken(fetch)]) {
        const shore = memoryShore({ fetch: answer });
        const run = check({
          url: `https://${role}.test`,
          role,
          shore,
          credentials,
          claim: { version: 1, role, document },
        });
        const outcome = await run.catch((error: unknown) => error);
        if (outcome instanceof Error) {
          if (!(outcome instanceof Unreachable || outcome instanceof Misuse)) throw outcome;
          continue;
        }
        const { result } = await run;
        expect(wrongIn(result)).toEqual([]);
        expect(
          result.requirements.filter(
            ({ level, outcome: one }) => isBinding(level) && one === 'passed',
          ),
        ).toEqual([]);
        expect(result.exit).not.toBe(0);
        expect(result.verdicts.map(({ verdict }) => verdict)).not.toContain('conformant');
      }
    },
  );
});
