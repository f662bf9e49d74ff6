import { type CaseJudge, checkOf, demand, refusal } from '../../checks/check.ts';
import { alterOutgoing, requestWith } from '../../faults/bend.ts';
import type { ModuleSuite } from '../../modules/suite.ts';
import { isAccepted, requestOf } from '../../transcript/body.ts';
import { sealedPayload } from './sealed-payload.ts';

/** What the relay handed on is, member by member and byte by byte, what it was given. */
const unchanged: CaseJudge = (seen) => {
  const given = seen.one('relay-sealed');
  if (given === undefined || !isAccepted(given)) return undefined;
  const { depositId, ...rest } = requestOf(given) ?? {};
  const mine = seen
    .served('deliverPickupCode')
    .find((one) => requestOf(one)?.depositId === depositId);
  const isSame =
    mine !== undefined &&
    Object.entries(rest).every(([name, value]) => requestOf(mine)?.[name] === value);
  return demand(
    isSame && mine?.facts?.opens !== false,
    mine === undefined ? given : [mine, given],
    { en: 'the sealed payload, byte by byte', zh: '逐字节相同的密封载荷' },
    mine === undefined
      ? { en: 'nothing handed on', zh: '未转交' }
      : { en: 'another payload', zh: '另一载荷' },
    { pointer: '/sealedCode', surface: mine === undefined ? 'absence' : 'body' },
  );
};

/** What a relay owes to payloads that are not for its eyes. */
export const relaySuite: ModuleSuite = {
  scenarios: [sealedPayload],
  checks: [
    checkOf('VEW-010', {
      unchanged,
      'clear-refused': refusal('relay-clear', 422, 'SCHEMA_VIOLATION', { pointer: '/sealedCode' }),
    }),
  ],
  faults: [
    {
      id: 'hub-unseals',
      kind: 'hand',
      role: 'hub',
      title: {
        en: 'hands a sealed payload on in a wrapping of its own',
        zh: '转发方自行重新封装密封载荷',
      },
      violates: ['VEW-010'],
      bend: alterOutgoing(async (request, body) =>
        request.url.endsWith('/v1/pickup-codes')
          ? [requestWith(request, { body: { ...body, sealedCode: 'e30..aXY.NDgzOTIwMTc.dGFn' } })]
          : undefined,
      ),
    },
  ],
};
