import type { RequirementEntry } from '@openwaybill/schemas';
import { type Inline, joined, type Language, list, section } from '../block.ts';
import type { PolicyClause } from '../options.ts';
import type { Page } from '../page.ts';
import { type Home, homeLink, homesOf, type Site } from '../site.ts';
import { WORDS } from '../words.ts';
import { requirementTable } from './requirement-rows.ts';

/** Modules and concerns that name a clause. */
export const homesAnswering = (site: Site, id: string): readonly Home[] =>
  homesOf(site.registry).filter(({ clauses }) => clauses.includes(id));

/** Requirements that name a clause. */
export const requirementsAnswering = (site: Site, id: string): readonly RequirementEntry[] =>
  site.registry.requirements.filter(({ clause }) => clause === id);

const responsibleOf = (site: Site, clause: PolicyClause, language: Language): readonly Inline[] =>
  (clause.responsible ?? []).map(({ task, departments }) => [
    ...(task === undefined ? [] : [`${task[language]}${language === 'zh' ? '：' : ': '}`]),
    departments
      .map((name) => site.options.policy.departments[name]?.[language] ?? name)
      .join(language === 'zh' ? '、' : ', '),
  ]);

const pageOf = (site: Site, clause: PolicyClause): Page => {
  const { id, number, title, summary, document, outOfScope } = clause;
  const source = site.options.policy.documents.find((one) => one.id === document);
  const homes = homesAnswering(site, id);
  return {
    path: `clauses/${id}`,
    kind: 'clauses',
    name: id,
    title,
    lede: summary,
    blocks: (language) => [
      {
        is: 'facts',
        rows: [
          [
            WORDS.document[language],
            source === undefined ? document : `${source.title[language]} · ${source.reference}`,
          ],
          [WORDS.clause[language], number],
          ...(homes.length === 0
            ? []
            : [
                [
                  WORDS.answeredBy[language],
                  joined(
                    homes.map(({ name }) => homeLink(site, name, language)),
                    language === 'zh' ? '、' : ', ',
                  ),
                ] as const,
              ]),
          ...(outOfScope === undefined
            ? []
            : [[WORDS.outOfScope[language], outOfScope[language]] as const]),
        ],
      },
      ...section(
        WORDS.responsible[language],
        'responsible',
        list(responsibleOf(site, clause, language)),
      ),
      ...section(
        WORDS.requirements[language],
        'requirements',
        requirementTable(site, requirementsAnswering(site, id), language),
      ),
    ],
  };
};

/** Pages of the clauses of the policy. */
export const clausePages = (site: Site): readonly Page[] =>
  site.options.policy.clauses.map((clause) => pageOf(site, clause));
