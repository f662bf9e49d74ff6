import { sightingsIn } from '@openwaybill/privacy/scan';
import type { MockOptions } from '../engine/options.ts';
import { ruleViolated } from '../engine/refusal.ts';

const LOOPBACK = /^(localhost|[a-z0-9-]+[.]localhost|127(?:[.][0-9]{1,3}){3}|\[::1\])$/;
/** The parser of URLs writes every spelling of an IPv4 address with four dotted numbers, and IPv6 in brackets. */
const IP_LITERAL = /^(?:[0-9]{1,3}(?:[.][0-9]{1,3}){3}|\[.*\])$/;
const INTERNAL = /[.](?:local|localdomain|internal|intranet|lan|home|corp|arpa)$/;
const PORTS = ['', '8443'];
/** What parameters are called that hold a capability. */
const SECRET = /(?:token|secret|password|credentials?|signature|authorization|key)$/i;

/** Whether a URL tells nothing that whoever logs it must not know: no person, and no capability in its query. */
const isDiscreet = ({ pathname, searchParams }: URL): boolean => {
  const pairs = [...searchParams];
  return (
    !pairs.some(([name]) => SECRET.test(name)) &&
    [pathname, ...pairs.flat()].every((text) => sightingsIn(text).length === 0)
  );
};

/** Whether an event may be sent to an address, by the words of it alone. */
export const isTarget = (
  text: string,
  { environment, loopback }: Pick<MockOptions, 'environment' | 'loopback'>,
): boolean => {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return false;
  }
  if (url.username !== '' || url.password !== '' || text.includes('#')) return false;
  // a name with its root is the same name
  const host = url.hostname.replace(/[.]$/, '');
  if (!isDiscreet(url)) return false;
  if (LOOPBACK.test(host)) return environment === 'SANDBOX' && (loopback?.has(url.origin) ?? true);
  return (
    url.protocol === 'https:' &&
    PORTS.includes(url.port) &&
    host.includes('.') &&
    !IP_LITERAL.test(host) &&
    !INTERNAL.test(host)
  );
};

/**
 * Refuses what an event must never be sent to, by the words of the URL alone: the engine runs in a browser and resolves
 * no names. Whoever sends deliveries from a process that resolves them checks the address that it really uses.
 */
export const demandTarget = (
  url: string,
  options: Pick<MockOptions, 'environment' | 'loopback'>,
): void => {
  if (!isTarget(url, options)) throw ruleViolated('/callbackUrl', 'DSC-011');
};
