import { listen } from '@openwaybill/mock/node';
import { sealedAnew } from '../../../packages/client/test/sealed-anew.ts';
import { sealingPairOf } from '../../../packages/mock/src/identity/keys.ts';
import { CORE, revealWorld } from '../../../packages/mock/test/reveal-world.ts';
import { differences, type RevealCase } from './case.ts';
import type { Driver } from './stage.ts';

const PLATFORM = 'SHOPONE';
/** What no string form of a result may show. */
const WORDS = ['张三丰', '虚构路', '门口', '19900000001'];
/** In the middle of the bytes that were sealed. */
const FORGED_PART = 3;

type Plain = Readonly<Record<string, unknown>>;
type Shown = Plain & { readonly shown?: string };

const forged = (sealed: string): string =>
  sealed
    .split('.')
    .map((part, at) =>
      at === FORGED_PART ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part,
    )
    .join('.');

/** Plays one reveal with a client before the mock of a platform, and tells everything in which it differs. */
export const playReveal = async (
  { ask, seal, forged: isForged, afterSeconds = 0, want }: RevealCase,
  driver: Pick<Driver, 'ask'>,
): Promise<readonly string[]> => {
  const world = await revealWorld();
  const { privateJwk } = await sealingPairOf(1, CORE);
  const { waybillNo, refOf } = await world.parcel();
  const { consigneeRef } = await refOf(CORE);
  const seen = { requests: 0, sealed: 0 };
  const port = await listen(
    async (request) => {
      seen.requests += 1;
      const response = await world.mock.fetch(request);
      const body = (await response.json()) as { sealedFields?: string };
      if (body.sealedFields !== undefined) {
        seen.sealed += 1;
        if (seal !== undefined)
          body.sealedFields = await sealedAnew(body.sealedFields, seal, privateJwk);
        if (isForged === true) body.sealedFields = forged(body.sealedFields);
      }
      return Response.json(body, { status: response.status });
    },
    { port: 0, hostname: '127.0.0.1' },
  );
  try {
    const { results } = (await driver.ask({
      again: false,
      inClear: false,
      ...ask,
      baseUrl: port.url,
      token: world.mock.developmentTokens.get(CORE),
      issuer: PLATFORM,
      recipient: CORE,
      key: privateJwk,
      now: Date.parse('2026-11-11T00:00:00.000Z') + afterSeconds * 1000,
      waybillNo,
      consigneeRef,
      actor: { actorId: 'emp_9f3k2m', kind: 'SYSTEM' },
      authentication: 'MFA',
    })) as { readonly results: readonly Shown[] };
    const leaks = results.flatMap(({ shown = '' }) => WORDS.filter((word) => shown.includes(word)));
    const unheld = results.filter(
      ({ ok, shown }) => ok === true && shown !== undefined && !shown.includes('[personal]'),
    );
    return [
      ...differences(want, { ...seen, results }),
      ...leaks.map((word) => `${word} is shown`),
      ...unheld.map(({ shown }) => `nothing is held in ${shown}`),
    ];
  } finally {
    await port.close();
    await world.mock.close();
  }
};
