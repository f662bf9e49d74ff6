import type { Text } from './define/text.ts';

/** What the standard is called: its short name, and its title on a cover. */
export const STANDARD = {
  name: { en: 'OpenWaybill', zh: '开放运单' },
  title: {
    en: 'Data exchange interfaces between e-commerce and express logistics',
    zh: '电子商务与快递物流数据交换接口标准',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** How far a version has come: whoever works on it, whoever votes on it, everybody. */
export const RELEASE_STATUSES = {
  draft: { en: 'draft', zh: '草案' },
  ballot: { en: 'ballot', zh: '投票稿' },
  published: { en: 'published', zh: '已发布' },
} as const satisfies Readonly<Record<string, Text>>;

export type ReleaseStatus = keyof typeof RELEASE_STATUSES;

/** What stands at the head of everything that is read of a version, unless it is published. */
export const NOT_AUTHORISED: Text = {
  en: 'This is not an authorised publication',
  zh: '本稿未经批准发布',
};
