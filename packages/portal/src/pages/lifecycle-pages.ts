import { type LifecycleEntry, TRANSITION_KINDS } from '@openwaybill/schemas';
import {
  code,
  heading,
  type Inline,
  joined,
  type Language,
  section,
  table,
  tag,
} from '../block.ts';
import { lifecycleDrawing } from '../lifecycle-drawing.ts';
import type { Page } from '../page.ts';
import { homeLink, linksTo, named, prose, type Site } from '../site.ts';
import { KINDS, WORDS } from '../words.ts';

type Transition = LifecycleEntry['transitions'][number];

/** The page of what a transition is on: an operation, or an event code. */
const triggerPath = (site: Site, { kind, on }: Transition): string | undefined =>
  kind === 'command'
    ? site.pathOf.get(on)
    : site.registry.codeLists.some(({ name, codes }) => name === 'EventCode' && on in codes)
      ? `codes/EventCode#${on}`
      : undefined;

const guardOf = (site: Site, { guard, outcome, due }: Transition, language: Language): Inline =>
  joined(
    [
      ...(guard === undefined
        ? []
        : [
            [
              prose(site, guard.text[language]),
              ...(guard.problem === undefined ? [] : [' ', named(site, guard.problem)]),
            ],
          ]),
      ...(outcome === undefined ? [] : [['→ ', code(outcome)]]),
      ...(due === undefined ? [] : [code(due)]),
    ],
    ' ',
  );

const pageOf = (site: Site, lifecycle: LifecycleEntry): Page => {
  const { entity, title, module, states, transitions, refusals } = lifecycle;
  const users = site.registry.operations.filter((one) => one.lifecycle === entity);
  return {
    path: `lifecycles/${entity}`,
    kind: 'lifecycles',
    name: entity,
    title: { en: `Lifecycle: ${title.en}`, zh: `${title.zh}的生命周期` },
    lede: {
      en: `${Object.keys(states).length} states, ${transitions.length} transitions.`,
      zh: `${Object.keys(states).length} 个状态，${transitions.length} 条转换。`,
    },
    module,
    found: {
      en: Object.entries(states)
        .map(([name, { en }]) => `${name} ${en}`)
        .join(' '),
      zh: Object.entries(states)
        .map(([name, { zh }]) => `${name} ${zh}`)
        .join(' '),
    },
    blocks: (language) => [
      {
        is: 'facts',
        rows: [
          [WORDS.module[language], homeLink(site, module, language)],
          ...(users.length === 0
            ? []
            : [
                [
                  KINDS.operations[language],
                  linksTo(
                    site,
                    users.map(({ name }) => name),
                    language,
                  ),
                ] as const,
              ]),
          ...(site.options.isInRelease
            ? [
                [
                  WORDS.files[language],
                  joined(
                    [
                      { text: 'JSON', file: `lifecycles/${entity}.json` },
                      { text: 'Mermaid', file: `lifecycles/${entity}.mmd` },
                    ],
                    ' · ',
                  ),
                ] as const,
              ]
            : []),
        ],
      },
      heading(WORDS.lifecycle[language], 'drawing'),
      {
        is: 'list',
        look: 'legend',
        items: Object.entries(TRANSITION_KINDS).map(([kind, text]) => tag(text[language], kind)),
      },
      {
        is: 'drawing',
        label: title[language],
        svg: (link) =>
          lifecycleDrawing(lifecycle, language, (row) => {
            const path = triggerPath(site, row);
            return path === undefined ? undefined : link(path);
          }),
      },
      ...section(
        WORDS.transitions[language],
        'transitions',
        table(
          [
            WORDS.trigger[language],
            WORDS.type[language],
            WORDS.from[language],
            WORDS.to[language],
            WORDS.guard[language],
            WORDS.requirements[language],
          ],
          transitions.map((row) => ({
            cells: [
              code(row.on, triggerPath(site, row)),
              tag(TRANSITION_KINDS[row.kind][language], row.kind),
              row.from.length === 0
                ? { text: WORDS.start[language], isQuiet: true }
                : joined(row.from.map((state) => code(state))),
              row.to === 'SAME' ? { text: WORDS.same[language], isQuiet: true } : code(row.to),
              guardOf(site, row, language),
              row.requirement === undefined ? '' : named(site, row.requirement),
            ],
          })),
        ),
      ),
      { is: 'paragraph', of: [WORDS.otherwise[language], ' ', named(site, refusals)] },
      ...section(
        WORDS.states[language],
        'states',
        table(
          [WORDS.state[language], WORDS.meaning[language], ''],
          Object.entries(states).map(([name, state]) => ({
            id: name,
            cells: [
              code(name),
              state[language],
              state.terminal ? tag(WORDS.terminal[language], 'may') : '',
            ],
          })),
        ),
      ),
    ],
  };
};

/** Pages of lifecycles, each drawn from its table. */
export const lifecyclePages = (site: Site): readonly Page[] =>
  site.registry.lifecycles.map((lifecycle) => pageOf(site, lifecycle));
