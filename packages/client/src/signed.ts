import {
  type KeyFound,
  type SignatureJwk,
  type SignedRequest,
  signatureProfile,
  signingKeyFrom,
  verifyingKeyOf,
} from '@openwaybill/privacy/signed-messages';
import { answerIsSigned, registry } from '@openwaybill/schemas';
import { type Ambient, ambient } from './ambient.ts';
import { connect } from './connect.ts';
import { Refused } from './runtime/result.ts';
import type { MessageSigning } from './runtime/send.ts';

/** Who signs, for whom, and with which key. */
export type Signing = Partial<Ambient> & {
  /** Of the other party; its capability document says whether it claims class `signed-messages`. */
  readonly baseUrl: string;
  /** A private JWK of Ed25519 or P-256, whose public half stands in the caller's key set under the same `kid`. */
  readonly key: SignatureJwk;
  /** Signs also for a party that does not claim the class; its answers are then taken as they come. */
  readonly always?: boolean;
};

/** As long as a capability document may be cached. */
const KEPT_MILLISECONDS = 300_000;

type Party = {
  readonly isSigned: boolean;
  readonly keys: readonly SignatureJwk[];
  readonly until: number;
};

const signedOperations = new Set(
  registry.operations
    .filter((operation) => answerIsSigned(registry.schemas, operation))
    .map(({ operationId }) => operationId),
);

/**
 * Signs requests (RFC 9421) for a party that claims class `signed-messages`, and takes its reveals, labels, agreements
 * and interruption notices only where they are signed for that very request.
 */
export const signedMessages = ({
  baseUrl,
  key,
  always = false,
  ...given
}: Signing): MessageSigning => {
  const { now, random } = { ...ambient, ...given };
  const other = connect({ baseUrl, ...given });
  let signingKey: ReturnType<typeof signingKeyFrom> | undefined;
  let party: Party | undefined;
  let reading: Promise<Party> | undefined;

  const read = async (): Promise<Party> => {
    const capabilities = await other.getCapabilities();
    if (!capabilities.ok) throw new Refused(capabilities);
    const isSigned = capabilities.value.claims.some(
      ({ conformanceClass }) => conformanceClass === 'signed-messages',
    );
    const keySet = isSigned ? await other.getKeys() : undefined;
    if (keySet?.ok === false) throw new Refused(keySet);
    return { isSigned, keys: keySet?.value.keys ?? [], until: now() + KEPT_MILLISECONDS };
  };
  const partyNow = async (): Promise<Party> => {
    if (party !== undefined && party.until > now()) return party;
    // calls at once wait for one reading; one that failed is read again by the next
    reading ??= read().finally(() => {
      reading = undefined;
    });
    party = await reading;
    return party;
  };
  const keyOf =
    ({ keys }: Party) =>
    async (keyid: string): Promise<KeyFound> =>
      (await verifyingKeyOf(keys.find(({ kid }) => kid === keyid) ?? {})) ?? 'UNKNOWN';

  return async (operationId, request, text) => {
    const asked = await partyNow();
    if (!asked.isSigned && !always) return undefined;
    signingKey ??= signingKeyFrom(key);
    const plain: SignedRequest = {
      method: request.method,
      targetUri: request.url,
      headers: request.headers,
      body: new TextEncoder().encode(text),
    };
    const headers = await signatureProfile.signRequest(plain, {
      key: await signingKey,
      now: now(),
      random,
    });
    return {
      request: new Request(request, { headers }),
      isGood: async ({ status, headers: said }, answered) => {
        // what is refused for its own signature has nothing to be bound to
        if (!asked.isSigned || status === 401 || !signedOperations.has(operationId)) return true;
        const verdict = await signatureProfile.verifyResponse(
          { status, headers: said, body: new TextEncoder().encode(answered) },
          { ...plain, headers },
          { keyOf: keyOf(asked), now: now() },
        );
        return verdict === 'VALID';
      },
    };
  };
};
