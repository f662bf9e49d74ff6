import { columns } from '../table.ts';
import { FACT, type Finder } from './explanation.ts';

/** A lifecycle, as its table. */
export const lifecycle: Finder = ({ lifecycles }, name, language) =>
  lifecycles
    .filter(({ entity }) => entity === name)
    .map((one) => ({
      kind: 'lifecycle',
      name: one.entity,
      title: one.title,
      facts: [[FACT.module, one.module]],
      passages: [
        [
          FACT.states,
          columns(
            Object.entries(one.states).map(([state, { en, zh, terminal }]) => [
              state,
              { en, zh }[language],
              terminal ? '■' : '',
            ]),
          ),
        ],
        [
          FACT.transitions,
          columns(
            one.transitions.map(({ kind, on, from, to }) => [
              kind,
              on,
              from.length === 0 ? '∅' : from.join(' | '),
              `→ ${to}`,
            ]),
          ),
        ],
      ],
    }));

/** A module. */
export const module: Finder = (from, name, language) =>
  from.modules
    .filter((one) => one.name === name || one.prefix === name.toUpperCase())
    .map((one) => ({
      kind: 'module',
      name: one.name,
      title: one.title,
      facts: [
        [FACT.class, one.conformanceClass],
        [FACT.clause, one.clauses.join(', ')],
        [{ en: 'prefix', zh: '编号前缀' }, one.prefix],
        [
          { en: 'operations', zh: '操作' },
          from.operations
            .filter((each) => each.module === name)
            .map((each) => each.name)
            .join(', '),
        ],
        [
          { en: 'events', zh: '事件' },
          from.events
            .filter((each) => each.module === name)
            .map(({ type }) => type.replace('org.openwaybill.', ''))
            .join(', '),
        ],
        [
          FACT.requirements,
          String(from.requirements.filter((each) => each.module === one.name).length),
        ],
      ],
      passages: [[FACT.when, one.description[language]]],
    }));

/** What belongs to no module. */
export const concern: Finder = (from, name, language) =>
  from.concerns
    .filter(
      (one) => one.name === name || one.prefixes.some((prefix) => prefix === name.toUpperCase()),
    )
    .map((one) => ({
      kind: 'concern',
      name: one.name,
      title: one.title,
      facts: [
        [FACT.clause, one.clauses.join(', ')],
        [{ en: 'prefixes', zh: '编号前缀' }, one.prefixes.join(', ')],
        [
          FACT.requirements,
          String(from.requirements.filter((each) => each.module === one.name).length),
        ],
      ],
      passages: [[FACT.when, one.description[language]]],
    }));
