import type { AddressMasked, Region } from '@openwaybill/schemas';
import { at, membersRule } from './members-rule.ts';

const version = {
  id: 'region-version-missing',
  text: {
    en: 'a region code stands without the version of its table',
    zh: '行政区划代码缺少其版本',
  },
  hint: {
    en: 'Add regionCodeVersion: codes mean nothing without their table.',
    zh: '请补充 regionCodeVersion：代码离开其表没有意义。',
  },
};

const hasVersion = (value: Region | AddressMasked): readonly string[] =>
  at('', value.regionCode === undefined || value.regionCodeVersion !== undefined);

const startsWith = (longer: string | undefined, shorter: string | undefined): boolean =>
  longer === undefined || (shorter !== undefined && longer.startsWith(shorter));

/** A prefecture without counties ends in 00, and its towns begin with its first four digits. */
const stem = (code: string | undefined): string | undefined => code?.replace(/0+$/, '');

const nesting = (region: Region): readonly string[] => {
  const isCn = region.countryCode === 'CN';
  const { regionCode, townCode, villageCode, subdivisionCode } = region;
  return [
    ...at('/regionCode', isCn || regionCode === undefined),
    ...at('/townCode', isCn ? startsWith(townCode, stem(regionCode)) : townCode === undefined),
    ...at('/villageCode', isCn ? startsWith(villageCode, townCode) : villageCode === undefined),
    ...at(
      '/subdivisionCode',
      isCn ? subdivisionCode === undefined : startsWith(subdivisionCode, `${region.countryCode}-`),
    ),
  ];
};

/** What a region needs in its country, and how its levels nest. */
export const regionRules = [
  membersRule<Region>({
    schema: 'Region',
    id: 'region-code-missing',
    broken: ({ countryCode, regionCode }) =>
      at('', countryCode !== 'CN' || regionCode !== undefined),
    text: {
      en: 'a region of mainland China has no region code',
      zh: '中国内地的地区缺少行政区划代码',
    },
    hint: {
      en: 'Add the six digits of regionCode, and regionCodeVersion.',
      zh: '请补充六位 regionCode 及 regionCodeVersion。',
    },
  }),
  membersRule<Region>({ schema: 'Region', ...version, broken: hasVersion }),
  membersRule<AddressMasked>({ schema: 'AddressMasked', ...version, broken: hasVersion }),
  membersRule<Region>({
    schema: 'Region',
    id: 'region-nesting',
    broken: nesting,
    text: {
      en: 'the codes of the levels do not nest, or belong to another country',
      zh: '各级代码不相衔接，或不属于该国家',
    },
    hint: {
      en: 'A town begins with its region, a village with its town; abroad only subdivisionCode, which begins with the country.',
      zh: '乡级代码以县级代码开头，村级以乡级开头；境外只用以国家代码开头的 subdivisionCode。',
    },
  }),
];
