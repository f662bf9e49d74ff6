import type { System } from '../engine/system.ts';
import { developmentToken } from '../identity/keys.ts';
import type { Here } from './wire.ts';

/** Where the page keeps what it is told of the server that sent it. */
const PLACE = '<script type="application/json" id="here">';

/** JSON that no text in it can end early. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** A name that somebody else's page made lead here must not be told the tokens. */
const isOwnName = (url: string, baseUrl: string): boolean => {
  const { hostname } = new URL(url);
  return LOOPBACK.includes(hostname) || hostname === new URL(baseUrl).hostname;
};

/** What the page is told: development tokens too, where the mock accepts them and is called by its own name. */
export const hereOf = async ({ options, later }: System, url: string): Promise<Here> => {
  const mayTell = options.developmentTokens && isOwnName(url, options.baseUrl);
  const parties = new Map(options.counterparties.map((one) => [one.partyId, one]));
  return {
    role: options.role,
    partyId: options.partyId,
    name: options.name,
    baseUrl: options.baseUrl,
    standard: options.registry.version,
    ...(options.isLater === true ? { speaks: later.version } : {}),
    seed: options.seed,
    startsAt: options.worldStart,
    tenants: mayTell
      ? await Promise.all(
          [...parties.values()].map(async ({ partyId, role, name }) => ({
            partyId,
            role,
            name,
            token: await developmentToken(options.seed, options.partyId, partyId),
          })),
        )
      : [],
  };
};

/** The page with what it is told in its place. */
export const pageFor = (page: string, here: Here): string =>
  page.replace(PLACE, () => PLACE + inScript(here));

/** The answer with the page. It fetches from its own server alone, and nobody may frame it. */
export const pageAnswer = (text: string): Response =>
  new Response(text, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Content-Security-Policy': "frame-ancestors 'none'",
    },
  });
