import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import { isPlayed, type Played } from './parties.ts';

/** Where clients find the roles that stand behind something else: a proxy, a balancer of several processes. */
export type PublicUrls = Readonly<Partial<Record<Played, string>>>;

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** The origin that an address is, if it is nothing else. */
const originOf = (address: string): URL | undefined => {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isOrigin =
    url.href === `${url.origin}/` && !address.includes('#') && !address.includes('?');
  const isSafe = url.protocol === 'https:' || LOOPBACK.includes(url.hostname);
  return isOrigin && isSafe && /^https?:$/.test(url.protocol) ? url : undefined;
};

const usage = (
  seen: Complaint['seen'],
  wanted: Complaint['wanted'],
  remedy: Complaint['remedy'],
) => ({ complaint: { code: EXIT.usage, seen, wanted, remedy } });

const WRITTEN = {
  en: 'write --public-url courier=https://sandbox.example',
  zh: '请写作 --public-url courier=https://sandbox.example',
};

/** Reads `role=address`, once a role; where one role is played alone, its name may be left out. */
export const readPublicUrls = (
  given: readonly string[],
  roles: readonly string[],
  isStrict: boolean,
): { readonly urls: PublicUrls } | { readonly complaint: Complaint } => {
  const urls: Partial<Record<Played, string>> = {};
  for (const text of given) {
    const seen = { en: `--public-url is given ${text}`, zh: `--public-url 的取值为 ${text}` };
    const named = /^([a-z-]+)=(.*)$/.exec(text);
    const [only] = roles;
    const role = named?.[1] ?? (roles.length === 1 ? only : undefined);
    if (role === undefined || !isPlayed(role) || !roles.includes(role) || role in urls)
      return usage(
        seen,
        {
          en: `one address is needed for each of ${roles.join(', ')} that has one, with its name`,
          zh: `${roles.join('、')} 各至多一个地址，须写明角色名`,
        },
        WRITTEN,
      );
    const url = originOf(named?.[2] ?? text);
    if (url === undefined)
      return usage(
        seen,
        {
          en: 'an https address without a path is needed; http is for this machine alone',
          zh: '需要不含路径的 https 地址；http 仅限本机',
        },
        WRITTEN,
      );
    if (!isStrict && !LOOPBACK.includes(url.hostname))
      return usage(
        seen,
        { en: 'development tokens are for this machine only', zh: '开发令牌仅限本机使用' },
        { en: 'add --auth strict', zh: '请加上 --auth strict' },
      );
    urls[role] = url.origin;
  }
  return { urls };
};
