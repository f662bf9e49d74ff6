import { code, type Inline, type Language, section, table, tag } from '../block.ts';
import type { PortalScenario, ScenarioStep } from '../options.ts';
import type { Page } from '../page.ts';
import { named, type Site } from '../site.ts';
import { WORDS } from '../words.ts';

const MOST = 240;

/** What a step says beside its name; a text made to be as long as may be is cut. */
const detailOf = ({ with: more, disturb }: ScenarioStep): Inline => {
  const value = more ?? disturb;
  if (value === undefined) return '';
  const text = [...JSON.stringify(value)];
  return code(text.length > MOST ? `${text.slice(0, MOST).join('')}…` : text.join(''));
};

const happens = (site: Site, step: ScenarioStep, language: Language): Inline => {
  if (step.code !== undefined)
    return [
      tag(WORDS.scan[language], 'observation'),
      ' ',
      code(step.code, site.pathOf.has('EventCode') ? `codes/EventCode#${step.code}` : undefined),
    ];
  if (step.does !== undefined)
    return [tag(WORDS.does[language], 'command'), ' ', named(site, step.does)];
  if (step.fact !== undefined)
    return [
      tag(WORDS.fact[language], 'decision'),
      ' ',
      code(step.fact),
      ...(step.of === undefined ? [] : [' ', code(step.of)]),
    ];
  return tag(WORDS.disturbance[language], 'timer');
};

const pageOf = (site: Site, { id, title, steps, ends = {} }: PortalScenario): Page => ({
  path: `scenarios/${id}`,
  kind: 'scenarios',
  name: id,
  title,
  found: {
    en: [...new Set(steps.flatMap(({ code: one, does }) => one ?? does ?? []))].join(' '),
    zh: [...new Set(steps.flatMap(({ code: one, does }) => one ?? does ?? []))].join(' '),
  },
  blocks: (language) => [
    {
      is: 'facts',
      rows: [
        ...Object.entries(ends).map(
          ([what, state]) => [`${WORDS.ends[language]} · ${what}`, code(String(state))] as const,
        ),
        ...(site.options.isInRelease
          ? [[WORDS.files[language], { text: 'JSON', file: `scenarios/${id}.json` }] as const]
          : []),
      ],
    },
    ...section(
      WORDS.steps[language],
      'steps',
      table(
        [WORDS.after[language], WORDS.what[language], WORDS.details[language]],
        steps.map((step) => ({
          cells: [code(step.after), happens(site, step, language), detailOf(step)],
        })),
      ),
    ),
  ],
});

/** Pages of scenarios. */
export const scenarioPages = (site: Site): readonly Page[] =>
  site.options.scenarios.map((scenario) => pageOf(site, scenario));
