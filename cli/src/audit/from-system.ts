import { assertionOf, type Credentials, tokenRequest } from '@openwaybill/conformance';
import { type CapabilityDocument, SPOKEN_VERSION } from '@openwaybill/schemas';
import type { Io } from '../io.ts';
import { type AuditEvidence, type EvidenceItem, evidenceIn } from './evidence.ts';

const WITHIN = 10_000;

/** The value of an answer; nothing where there is none, or a refusal. */
const ask = async (io: Io, request: Request): Promise<unknown> => {
  try {
    const answer = await io.fetch(request, io.deadline(WITHIN));
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
};

const tokenFor = async (
  document: CapabilityDocument,
  credentials: Credentials,
  io: Io,
): Promise<string | undefined> => {
  const { token } = document.endpoints;
  const assertion = await assertionOf(credentials, {
    now: io.now(),
    secure: io.random,
    audience: token,
  });
  const answer = (await ask(io, tokenRequest(token, assertion))) as
    | { readonly access_token?: string }
    | undefined;
  return answer?.access_token;
};

/** Sizes of checkpoints, and places of entries, that were found elsewhere. */
const placesIn = (items: readonly EvidenceItem[]) => ({
  sizes: new Set(
    items.flatMap((item) =>
      item.kind === 'checkpoint' || item.kind === 'receipt'
        ? [
            Number(
              (item.kind === 'checkpoint' ? item.note : item.receipt.checkpoint).split('\n')[1],
            ),
          ]
        : [],
    ),
  ),
  leaves: new Set(
    items.flatMap((item) => (item.kind === 'receipt' ? [item.receipt.leafIndex] : [])),
  ),
});

/**
 * What a platform shows of its log now: keys, the latest checkpoint, and the proofs that everything that was given
 * elsewhere is still in it.
 */
export const evidenceFrom = async (
  url: string,
  credentials: Credentials,
  given: readonly EvidenceItem[],
  io: Io,
): Promise<AuditEvidence | undefined> => {
  const document = (await ask(io, new Request(`${url}/.well-known/openwaybill`))) as
    | CapabilityDocument
    | undefined;
  if (document === undefined) return undefined;
  const token = await tokenFor(document, credentials, io);
  const get = (path: string): Promise<unknown> =>
    ask(
      io,
      new Request(`${url}${path}`, {
        headers: {
          'OpenWaybill-Version': SPOKEN_VERSION,
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        },
      }),
    );
  const keys = await get('/v1/keys');
  const latest = (await get('/v1/audit-checkpoints/latest')) as
    | { readonly checkpoint?: string }
    | undefined;
  if (typeof latest?.checkpoint !== 'string') return undefined;
  const size = Number(latest.checkpoint.split('\n')[1]);
  const { sizes, leaves } = placesIn(given);
  const proofs = await Promise.all([
    ...[...sizes]
      .filter((from) => from >= 1 && from <= size)
      .map((from) => get(`/v1/audit-proofs/consistency?from=${from}&to=${size}`)),
    ...[...leaves, size - 1]
      .filter((leafIndex) => leafIndex >= 0 && leafIndex < size)
      .map((leafIndex) =>
        get(`/v1/audit-proofs/inclusion?leafIndex=${leafIndex}&treeSize=${size}`),
      ),
  ]);
  return evidenceIn([keys, latest, ...proofs], url);
};
