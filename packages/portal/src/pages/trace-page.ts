import type { RequirementEntry } from '@openwaybill/schemas';
import {
  type Block,
  code,
  heading,
  type Inline,
  joined,
  type Language,
  type Row,
  table,
} from '../block.ts';
import type { PolicyClause } from '../options.ts';
import type { Page } from '../page.ts';
import { homeLink, named, prose, type Site } from '../site.ts';
import { WORDS } from '../words.ts';
import { homesAnswering, requirementsAnswering } from './clause-pages.ts';
import { judgementOf } from './requirement-pages.ts';
import { levelTag } from './requirement-rows.ts';

const rowOf = (site: Site, one: RequirementEntry, language: Language): Row => ({
  cells: [
    named(site, one.id),
    levelTag(one.level, language),
    prose(site, one.text[language]),
    one.about === undefined ? homeLink(site, one.module, language) : named(site, one.about),
    [
      judgementOf(one, language),
      ...('excluded' in one
        ? [language === 'zh' ? '：' : ': ', prose(site, one.excluded.why[language])]
        : []),
    ],
  ],
});

const answeredBy = (site: Site, clause: PolicyClause, language: Language): Inline => {
  const homes = homesAnswering(site, clause.id);
  if (homes.length === 0)
    return clause.outOfScope === undefined
      ? WORDS.none[language]
      : `${WORDS.outOfScope[language]}${language === 'zh' ? '：' : ': '}${clause.outOfScope[language]}`;
  return [
    `${WORDS.answeredBy[language]}${language === 'zh' ? '：' : ': '}`,
    joined(
      homes.map(({ name }) => homeLink(site, name, language)),
      language === 'zh' ? '、' : ', ',
    ),
  ];
};

const clauseBlocks = (site: Site, clause: PolicyClause, language: Language): readonly Block[] => {
  const own = requirementsAnswering(site, clause.id);
  const homes = homesAnswering(site, clause.id);
  return [
    heading(`${clause.id} ${clause.title[language]}`, clause.id),
    {
      is: 'paragraph',
      of: [code(clause.id, `clauses/${clause.id}`), ' ', answeredBy(site, clause, language)],
    },
    ...(own.length > 0
      ? table(
          [
            WORDS.requirements[language],
            WORDS.level[language],
            WORDS.rules[language],
            WORDS.subjectColumn[language],
            WORDS.judged[language],
          ],
          own.map((one) => rowOf(site, one, language)),
          'trace',
        )
      : homes.length > 0
        ? [{ is: 'paragraph' as const, of: { text: WORDS.noRequirement[language], isQuiet: true } }]
        : []),
  ];
};

/** From every clause to what answers it, and how that is judged. Numbers of coverage come from here alone. */
export const tracePage = (site: Site): Page => {
  const { requirements } = site.registry;
  const { clauses } = site.options.policy;
  const excluded = requirements.filter((one) => 'excluded' in one);
  return {
    path: 'trace',
    title: WORDS.trace,
    lede: WORDS.traceAbout,
    blocks: (language) => [
      {
        is: 'figures',
        figures: [
          [requirements.length, WORDS.total[language]],
          [requirements.length - excluded.length, WORDS.covered[language]],
          [excluded.length, WORDS.excludedCount[language]],
          [
            `${clauses.filter(({ id }) => homesAnswering(site, id).length > 0).length} / ${clauses.length}`,
            WORDS.answered[language],
          ],
        ],
      },
      ...clauses.flatMap((clause) => clauseBlocks(site, clause, language)),
    ],
  };
};
