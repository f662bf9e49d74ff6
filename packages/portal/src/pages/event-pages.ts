import { type EventEntry, nameOf } from '@openwaybill/schemas';
import { code, section } from '../block.ts';
import type { Page } from '../page.ts';
import { schemaTable } from '../schema-table.ts';
import { directionText, homeLink, linksTo, named, rolesText, type Site } from '../site.ts';
import { WORDS } from '../words.ts';
import { requirementTable } from './requirement-rows.ts';

const pageOf = (site: Site, event: EventEntry): Page => {
  const { type, title, description, module, from, to, lifecycle, states, since } = event;
  const data = nameOf(event.data);
  return {
    path: `events/${type}`,
    kind: 'events',
    name: type,
    title,
    ...(description === undefined ? {} : { lede: description }),
    module,
    blocks: (language) => [
      {
        is: 'facts',
        rows: [
          [WORDS.module[language], homeLink(site, module, language)],
          [WORDS.direction[language], directionText(from, to, language)],
          [WORDS.payload[language], named(site, data)],
          [WORDS.subject[language], code(event.subject)],
          ...(lifecycle === undefined
            ? []
            : [
                [
                  WORDS.lifecycle[language],
                  [
                    named(site, lifecycle, `lifecycle ${lifecycle}`),
                    ...(states === undefined
                      ? []
                      : [
                          language === 'zh' ? '，进入 ' : ', entering ',
                          linksTo(site, states, language),
                        ]),
                  ],
                ] as const,
              ]),
          [WORDS.since[language], since],
        ],
      },
      ...section(
        WORDS.payload[language],
        'payload',
        schemaTable(site, event.data, since, language),
      ),
      ...section(
        WORDS.requirements[language],
        'requirements',
        requirementTable(site, site.requirementsAbout.get(type) ?? [], language),
      ),
      ...section(WORDS.binds[language], 'roles', [
        {
          is: 'facts',
          rows: [
            [WORDS.from[language], rolesText(from, language)],
            [WORDS.to[language], rolesText(to, language)],
          ],
        },
      ]),
    ],
  };
};

/** Pages of events. */
export const eventPages = (site: Site): readonly Page[] =>
  site.registry.events.map((event) => pageOf(site, event));
