import { importJWK, type JWK } from 'jose';
import {
  type AuthorizationServer,
  allowInsecureRequests,
  clientCredentialsGrantRequest,
  customFetch,
  modifyAssertion,
  PrivateKeyJwt,
  processClientCredentialsResponse,
} from 'oauth4webapi';
import { type Ambient, ambient } from './ambient.ts';
import { connect } from './connect.ts';
import { Refused } from './runtime/result.ts';

/** Who asks for tokens, of whom, and with which key. */
export type Credentials = Partial<Ambient> & {
  /** Of the other party; its capability document names the token endpoint. */
  readonly baseUrl: string;
  readonly clientId: string;
  /** A private JWK of Ed25519 or P-256, whose public half stands in the caller's key set under the same `kid`. */
  readonly key: JWK & { readonly kid: string };
};

/** An assertion lives at most this long (PRIVACY, security profile). */
const ASSERTION_SECONDS = 60;
/** A token that ends sooner is renewed, so that it does not end on its way. */
const MARGIN_MILLISECONDS = 10_000;
/** Where the endpoint does not say how long its token lives. */
const DEFAULT_SECONDS = 60;

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * A source of tokens: OAuth 2.0 client credentials with `private_key_jwt` (RFC 6749 section 4.4, RFC 7523 section 2.2).
 * A token is kept until it ends or is refused, and asked for once at a time.
 */
export const clientCredentials = ({
  baseUrl,
  clientId,
  key,
  ...given
}: Credentials): ((refused?: string) => Promise<string>) => {
  const surroundings = { ...ambient, ...given };
  const { fetch, now } = surroundings;
  const algorithm = key.kty === 'OKP' ? 'EdDSA' : 'ES256';
  let kept: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;

  const endpoint = async (): Promise<string> => {
    const answer = await connect({ baseUrl, ...given }).getCapabilities();
    if (!answer.ok) throw new Refused(answer);
    return answer.value.endpoints.token;
  };

  const ask = async (): Promise<string> => {
    const tokenEndpoint = await endpoint();
    const { origin, hostname } = new URL(tokenEndpoint);
    const server: AuthorizationServer = { issuer: origin, token_endpoint: tokenEndpoint };
    const client = { client_id: clientId };
    const imported = await importJWK(key, algorithm);
    if (imported instanceof Uint8Array)
      throw new TypeError('The key is a shared secret. Give a private JWK of Ed25519 or P-256.');
    const seconds = Math.floor(now() / 1000);
    const authentication = PrivateKeyJwt(
      { key: imported, kid: key.kid },
      {
        [modifyAssertion]: (header, payload) => {
          header.alg = algorithm;
          payload.aud = tokenEndpoint;
          payload.iat = seconds;
          payload.nbf = seconds;
          payload.exp = seconds + ASSERTION_SECONDS;
        },
      },
    );
    const response = await clientCredentialsGrantRequest(
      server,
      client,
      authentication,
      {},
      {
        [customFetch]: (url, { body, headers, method, redirect, signal }) =>
          fetch(
            new Request(url, { body, headers, method, redirect, ...(signal ? { signal } : {}) }),
          ),
        [allowInsecureRequests]: LOOPBACK.test(hostname),
      },
    );
    const { access_token: token, expires_in: lives = DEFAULT_SECONDS } =
      await processClientCredentialsResponse(server, client, response);
    kept = { token, until: now() + lives * 1000 - MARGIN_MILLISECONDS };
    return token;
  };

  return async (refused) => {
    if (kept !== undefined && kept.token !== refused && kept.until > now()) return kept.token;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
};
