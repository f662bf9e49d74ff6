/** Where something listens; 0 is any free port. */
export type Listen = { readonly hostname?: string; readonly port: number };

const FORM = /^(?:(?<hostname>\[[^\s/]+\]|[^\s/]+):)?(?<port>\d{1,5})$/;
const HIGHEST_PORT = 65_535;

/** A port, or `host:port`; nothing: any free port of this machine alone. Undefined where it is neither. */
export const listenOf = (text: string | undefined): Listen | undefined => {
  if (text === undefined) return { port: 0 };
  const { hostname, port } = FORM.exec(text)?.groups ?? {};
  if (port === undefined || Number(port) > HIGHEST_PORT) return undefined;
  return {
    port: Number(port),
    ...(hostname === undefined ? {} : { hostname: withoutBrackets(hostname) }),
  };
};

/** A host as sockets know it: an address of IPv6 has brackets in a URL alone (RFC 3986 section 3.2.2). */
export const withoutBrackets = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** The origin of what listens at a host and port. */
export const originOf = (scheme: 'http' | 'https', hostname: string, port: number): string =>
  `${scheme}://${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`;
