import type { RequirementEntry } from '@openwaybill/schemas';
import { code, type Inline, type Language, list, section, tag } from '../block.ts';
import type { Page } from '../page.ts';
import { homeLink, named, prose, type Site } from '../site.ts';
import { BECAUSE, TIERS, WORDS } from '../words.ts';
import { boundText, levelTag } from './requirement-rows.ts';

/** What judges a requirement, or why nothing does. */
export const judgementOf = (one: RequirementEntry, language: Language): Inline => {
  if ('excluded' in one)
    return [
      tag(WORDS.excluded[language], 'should'),
      ' ',
      BECAUSE[one.excluded.because]?.[language] ?? one.excluded.because,
    ];
  return WORDS[one.judgedBy][language];
};

type Broken = { readonly schema: string; readonly at: number; readonly title: string };

/** Invalid examples by the requirement that they break. */
const brokenBy = ({ registry }: Site): ReadonlyMap<string, readonly Broken[]> => {
  const found = new Map<string, Broken[]>();
  for (const { name, examples } of registry.schemas.values())
    for (const [at, [title, { breaks }]] of Object.entries(examples.invalid).entries()) {
      const id = breaks.requirement;
      if (id !== undefined)
        found.set(id, [...(found.get(id) ?? []), { schema: name, at: at + 1, title }]);
    }
  return found;
};

const pageOf = (site: Site, one: RequirementEntry, broken: readonly Broken[]): Page => ({
  path: `requirements/${one.id}`,
  kind: 'requirements',
  name: one.id,
  title: { en: one.id, zh: one.id },
  module: one.module,
  found: one.text,
  blocks: (language) => [
    { is: 'paragraph', of: [levelTag(one.level, language), ' ', prose(site, one.text[language])] },
    {
      is: 'facts',
      rows: [
        [
          WORDS.otherLanguage[language],
          {
            text: one.text[language === 'zh' ? 'en' : 'zh'],
            language: language === 'zh' ? 'en' : 'zh',
          },
        ],
        [WORDS.level[language], code(one.level)],
        [WORDS.binds[language], boundText(one, language)],
        ...(one.about === undefined
          ? []
          : [[WORDS.about[language], named(site, one.about)] as const]),
        [WORDS.module[language], homeLink(site, one.module, language)],
        [WORDS.class[language], code(one.class)],
        [WORDS.clause[language], named(site, one.clause)],
        [WORDS.evidence[language], TIERS[one.tier]?.[language] ?? one.tier],
        [WORDS.shownBy[language], { text: one.wire, language: 'en' }],
        ...(one.when === undefined
          ? []
          : [[WORDS.condition[language], code(JSON.stringify(one.when))] as const]),
        [WORDS.judged[language], judgementOf(one, language)],
        ...('excluded' in one
          ? [[WORDS.excluded[language], prose(site, one.excluded.why[language])] as const]
          : []),
        [WORDS.since[language], one.since],
      ],
    },
    ...section(
      WORDS.brokenBy[language],
      'examples',
      list(
        broken.map(({ schema, at, title }) => [
          code(schema, `${site.pathOf.get(schema)}#invalid-${at}`),
          ' ',
          { text: title, language: 'en' },
        ]),
      ),
    ),
  ],
});

/** Pages of requirements. */
export const requirementPages = (site: Site): readonly Page[] => {
  const broken = brokenBy(site);
  return site.registry.requirements.map((one) => pageOf(site, one, broken.get(one.id) ?? []));
};
