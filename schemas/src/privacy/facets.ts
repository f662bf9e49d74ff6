import type { Text } from '../define/index.ts';

/** The facets of the role `courier`, stated by the token and never by a body. */
export const FACETS = {
  CORE: { en: "The courier's own vault and headquarters", zh: '快递企业总部系统' },
  LINEHAUL: { en: 'Sorting, trunk and hubs', zh: '分拨与干线' },
  LAST_MILE: { en: 'The delivery person', zh: '末端派送' },
} as const satisfies Readonly<Record<string, Text>>;
export type Facet = keyof typeof FACETS;
