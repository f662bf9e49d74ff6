import { isPage, PROSE, type Registry, type Text } from '@openwaybill/schemas';
import { anchorOf } from './anchors.ts';
import type { Clause } from './clause.ts';
import { pageOf } from './front-matter.ts';
import { code, escaped, type Html, linkTo } from './html.ts';
import { ELEMENTS, type Language } from './words.ts';

const WORDS = {
  terms: { en: 'Terms', zh: '术语' },
  names: { en: 'Messages, operations, events and code lists', zh: '报文、操作、事件与代码表' },
  requirements: { en: 'Requirements', zh: '要求' },
} as const satisfies Readonly<Record<string, Text>>;

type Entry = { readonly key: string; readonly id: string; readonly shown: Html };

const column = (entries: readonly Entry[], kind: string): Html =>
  [
    `<div class="index ${kind}">`,
    ...entries
      .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ id, shown }) => `<p>${linkTo(id, `<span>${shown}</span>${pageOf(id)}`)}</p>`),
    '</div>',
  ].join('\n');

const terms = (language: Language): readonly Entry[] =>
  PROSE.terms.map(({ name, term, pinyin }) => ({
    key: language === 'zh' ? pinyin : term.en,
    id: anchorOf.term(name),
    shown: escaped(term[language]),
  }));

const names = (registry: Registry): readonly Entry[] => {
  const schemas = [...registry.schemas.values()]
    .filter(({ schema }) => !isPage(schema))
    .map(({ name }) => ({ name, id: anchorOf.schema(name) }));
  const operations = registry.operations.map(({ name, operationId }) => ({
    name: operationId,
    id: anchorOf.operation(name),
  }));
  const events = registry.events.map(({ type }) => ({
    name: type.replace('org.openwaybill.', ''),
    id: anchorOf.event(type),
  }));
  return [...schemas, ...operations, ...events].map(({ name, id }) => ({
    key: `${name.toLowerCase()} ${name}`,
    id,
    shown: code(name),
  }));
};

const requirements = (registry: Registry): readonly Entry[] =>
  registry.requirements.map(({ id }) => ({
    key: id,
    id: anchorOf.requirement(id),
    shown: escaped(id),
  }));

/** The index: terms (in Chinese by their sound), names of the wire, requirements. */
export const indexClause = (registry: Registry, language: Language): Clause => ({
  id: 'index',
  title: ELEMENTS.index[language],
  clauses: [
    {
      id: 'index-terms',
      title: WORDS.terms[language],
      body: [column(terms(language), 'terms')],
    },
    {
      id: 'index-names',
      title: WORDS.names[language],
      body: [column(names(registry), 'names')],
    },
    {
      id: 'index-requirements',
      title: WORDS.requirements[language],
      body: [column(requirements(registry), 'numbers')],
    },
  ],
});
