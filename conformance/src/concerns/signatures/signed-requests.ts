import type { Outgoing } from '../../drive/outgoing.ts';
import type { CallInput, SignatureWish } from '../../drive/stage.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';

const LISTED = 'listEventSubscriptions';
const PROPOSED = 'proposeAgreement';
const QUERY = { limit: '5' };

const isNamed = (name: string) => (header: readonly [string, string]) =>
  header[0].toLowerCase() === name;

const withHeader = (signed: Outgoing, name: string, value: string): Outgoing => ({
  ...signed,
  headers: [...signed.headers.filter((one) => !isNamed(name)(one)), [name, value]],
});

const headerOf = (signed: Outgoing, name: string): string =>
  signed.headers.find(isNamed(name))?.[1] ?? '';

/** Another first character of the signature. */
const flipped = (signature: string): string =>
  signature.replace(/(?<==:)./, (first) => (first === 'A' ? 'B' : 'A'));

const ALL = [
  '@method',
  '@target-uri',
  'authorization',
  'content-digest',
  'content-type',
  'idempotency-key',
] as const;

/** Good signed requests, each of which is then altered in one thing. */
export const signedRequests = defineScenario({
  id: 'signed-requests',
  title: text('Signed requests', '签名请求'),
  system: 'any',
  when: { claims: 'signed-messages' },
  tier: 'W',
  touches: ['AUT-001', 'AUT-002', 'AUT-003', 'AUT-005', 'AUT-006'],
  run: async function* (stage) {
    yield step('CALL', 'A signed read and a signed command', '签名的读取与命令');
    let sentRead: Outgoing | undefined;
    let sentCommand: Outgoing | undefined;
    const read = await stage.call(LISTED, {
      query: QUERY,
      intent: 'CONTROL',
      probe: 'signed-read',
      signature: {
        alter: (signed) => {
          sentRead = signed;
          return signed;
        },
      },
    });
    const command = await stage.call(PROPOSED, {
      body: stage.invent.proposal(),
      intent: 'CONTROL',
      probe: 'signed-command',
      signature: {
        alter: (signed) => {
          sentCommand = signed;
          return signed;
        },
      },
    });
    if (!isAccepted(read) || !isAccepted(command)) return;
    const ofRead = (probe: string, signature: SignatureWish | null, more: CallInput = {}) =>
      stage.call(LISTED, { query: QUERY, twinOf: read.seq, probe, signature, ...more });
    const ofCommand = (probe: string, signature: SignatureWish | null) =>
      stage.call(PROPOSED, {
        body: stage.invent.proposal(),
        twinOf: command.seq,
        probe,
        signature,
      });
    const altered = (probe: string, alter: (signed: Outgoing) => Outgoing) =>
      ofCommand(probe, { alter });

    yield step('CALL', 'Unsigned, stale, future', '未签名、过期、超前');
    await ofRead('signed-not-read', null);
    await ofCommand('signed-not-command', null);
    await ofRead('signed-stale', { offsetSeconds: -302 });
    await ofRead('signed-future', { offsetSeconds: 35 });

    yield step('CALL', 'Altered on its way', '途中被改动');
    await altered('signed-other-body', (signed) => ({
      ...signed,
      body: JSON.stringify(stage.invent.proposal({ measures: ['Nothing at all'] })),
    }));
    await altered('signed-other-digest', (signed) =>
      withHeader(
        signed,
        'content-digest',
        'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:',
      ),
    );
    await altered('signed-other-type', (signed) =>
      withHeader(signed, 'content-type', 'application/json; charset=utf-8'),
    );
    await altered('signed-other-command', (signed) =>
      withHeader(signed, 'idempotency-key', stage.invent.uuid()),
    );
    await altered('signed-other-signature', (signed) =>
      withHeader(signed, 'signature', flipped(headerOf(signed, 'signature'))),
    );
    const agreementId = String(answerOf(command)?.agreementId);
    await stage.call('getAgreement', {
      path: { agreementId },
      twinOf: command.seq,
      probe: 'signed-other-path',
      signature: {
        alter: (signed) => ({
          ...signed,
          url: signed.url.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
        }),
      },
    });
    await ofRead('signed-other-query', {
      alter: (signed) => ({ ...signed, url: signed.url.replace('limit=5', 'limit=6') }),
    });
    await ofRead('signed-unknown-key', { keyid: `unknown-${stage.invent.uuid()}` });
    await ofRead('signed-twice', { isDoubled: true });
    const [token, fresh] = [await stage.token(), await stage.token('runner', 'FRESH')];
    if (token !== fresh)
      await ofRead('signed-other-token', {
        alter: (signed) =>
          withHeader(
            signed,
            'authorization',
            `Bearer ${headerOf(signed, 'authorization').endsWith(fresh) ? token : fresh}`,
          ),
      });

    yield step('CALL', 'Too little is covered', '签名覆盖不足');
    await ofCommand('signed-method-alone', { covers: ['@method'] });
    for (const component of ALL)
      await ofCommand(`signed-without-${component.replace('@', '')}`, {
        covers: ALL.filter((one) => one !== component),
      });

    yield step('CALL', 'The same bytes again', '原样重放');
    await ofRead('signed-read-again', { alter: (signed) => sentRead ?? signed });
    await ofCommand('signed-command-again', { alter: (signed) => sentCommand ?? signed });

    yield step('CALL', "Another organisation's key", '他方组织的密钥');
    if (!stage.has('second')) return;
    await ofRead('signed-by-another', { by: 'second' });
    const foreign = await stage.token('second');
    await ofRead('signed-for-another', {
      alter: (signed) => withHeader(signed, 'authorization', `Bearer ${foreign}`),
    });
  },
});
