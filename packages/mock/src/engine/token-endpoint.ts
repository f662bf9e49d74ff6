import type { Keys } from '../identity/keys.ts';
import type { SeenOnce } from '../identity/seen-once.ts';
import { clientOfAssertion, issueToken, tokenLifeSeconds } from '../identity/tokens.ts';
import type { Counterparty, MockOptions } from './options.ts';
import { readAtMost } from './read-body.ts';

/** The path of the token endpoint; the capability document names it, so no caller has to guess. */
export const TOKEN_PATH = '/oauth/token';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** No request for a token is longer. */
const MAX_FORM_BYTES = 16 * 1024;

const oauth = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  });

/**
 * The client credentials grant (RFC 6749 section 4.4) with `private_key_jwt` (RFC 7523 section 2.2). It belongs to
 * OAuth and not to the standard: its errors are objects of RFC 6749 section 5.2.
 */
export const tokenEndpoint =
  (
    keys: Pick<Keys, 'current'>,
    options: MockOptions,
    byClientId: ReadonlyMap<string, Counterparty>,
    isNew: SeenOnce,
    agreementsWith: (partyId: string) => Promise<readonly string[]>,
    newId: () => string,
  ) =>
  async (request: Request): Promise<Response> => {
    if (request.method !== 'POST') return oauth(400, { error: 'invalid_request' });
    const bytes = await readAtMost(request, MAX_FORM_BYTES);
    if (bytes === undefined) return oauth(400, { error: 'invalid_request' });
    const form = new URLSearchParams(new TextDecoder().decode(bytes));
    if (new Set(form.keys()).size !== form.size) return oauth(400, { error: 'invalid_request' });
    if (form.get('grant_type') !== 'client_credentials')
      return oauth(400, { error: 'unsupported_grant_type' });
    const assertion = form.get('client_assertion');
    if (assertion === null || form.get('client_assertion_type') !== ASSERTION_TYPE)
      return oauth(400, { error: 'invalid_request' });
    const client = await clientOfAssertion(
      assertion,
      `${options.baseUrl}${TOKEN_PATH}`,
      options,
      byClientId,
      isNew,
    );
    const named = form.get('client_id');
    if (client === undefined || (named !== null && named !== client.clientId))
      return oauth(401, { error: 'invalid_client' });
    return oauth(200, {
      access_token: await issueToken(
        keys.current,
        options,
        client,
        await agreementsWith(client.partyId),
        newId(),
      ),
      token_type: 'Bearer',
      expires_in: tokenLifeSeconds,
    });
  };
