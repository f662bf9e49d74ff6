import { FACT, type Finder } from './explanation.ts';
import { nameIn } from './schema-words.ts';

/** A problem of the closed table. */
export const problem: Finder = ({ problems, operations }, name, language) => {
  const code = name.toUpperCase().replaceAll('-', '_');
  const found = Object.hasOwn(problems, code) ? problems[code] : undefined;
  if (found === undefined) return [];
  const named = operations.filter((one) => (one.problems as readonly string[]).includes(code));
  return [
    {
      kind: 'problem',
      name: code,
      title: found.title,
      facts: [
        [FACT.status, String(found.status)],
        [FACT.retry, String(found.retryable)],
        [FACT.when, found.when[language]],
        ...(found.after === undefined ? [] : ([[FACT.after, found.after[language]]] as const)),
        ...(named.length === 0
          ? []
          : ([[FACT.used, named.map((one) => one.name).join(', ')]] as const)),
      ],
      passages: [],
    },
  ];
};

/** An operation. */
export const operation: Finder = (from, name, language) =>
  from.operations
    .filter((one) => one.name === name || one.operationId === name)
    .map((one) => ({
      kind: 'operation',
      name: one.name,
      title: one.title,
      facts: [
        [FACT.call, `${one.method} ${one.path}`],
        [FACT.module, one.module],
        [FACT.served, one.servedBy.join(', ')],
        [FACT.called, one.calledBy.join(', ')],
        ...(one.request === undefined
          ? []
          : ([[FACT.request, nameIn(from, one.request.$id)]] as const)),
        [
          FACT.answer,
          `${one.answer.status}${one.answer.body === undefined ? '' : ` ${nameIn(from, one.answer.body.$id)}`}`,
        ],
        ...(one.lifecycle === undefined ? [] : ([[FACT.lifecycle, one.lifecycle]] as const)),
        ...(one.problems.length === 0 ? [] : ([[FACT.problems, one.problems.join(', ')]] as const)),
        ...(one.requirements.length === 0
          ? []
          : ([[FACT.requirements, one.requirements.map(({ id }) => id).join(', ')]] as const)),
      ],
      passages: one.description === undefined ? [] : [[FACT.when, one.description[language]]],
    }));

/** An event. */
export const event: Finder = (from, name, language) =>
  from.events
    .filter(({ type }) => type === name || type === `org.openwaybill.${name}`)
    .map((one) => ({
      kind: 'event',
      name: one.type,
      title: one.title,
      facts: [
        [FACT.module, one.module],
        [FACT.from, one.from.join(', ')],
        [FACT.to, one.to.join(', ')],
        [FACT.data, nameIn(from, one.data.$id)],
        ...(one.requirements.length === 0
          ? []
          : ([[FACT.requirements, one.requirements.map(({ id }) => id).join(', ')]] as const)),
      ],
      passages: one.description === undefined ? [] : [[FACT.when, one.description[language]]],
    }));
