import { type CodeListEntry, FIRST_MINOR } from '@openwaybill/schemas';
import type { Emitter } from './artefacts.ts';

const PREFIXES = [
  '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .',
  '@prefix dcterms: <http://purl.org/dc/terms/> .',
  '@prefix owl: <http://www.w3.org/2002/07/owl#> .',
];

/** What a quoted literal may not hold as it is (Turtle, section 6.4). */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const literal = (text: string, language = ''): string =>
  `"${text.replace(/[\\"\n\r\t]/g, (found) => ESCAPES[found] ?? found)}"${language === '' ? '' : `@${language}`}`;

const both = (property: string, { en, zh }: { readonly en: string; readonly zh: string }) => [
  `${property} ${literal(zh, 'zh-Hans')}`,
  `${property} ${literal(en, 'en')}`,
];

/** A subject with what is said of it. */
const statements = (subject: string, said: readonly string[]): string =>
  `${subject}\n${said.map((one) => `  ${one}`).join(' ;\n')} .`;

const listText = (list: CodeListEntry): string => {
  const scheme = `https://openwaybill.org/codelists/${list.name}`;
  const concept = (code: string): string => `<${scheme}/${encodeURIComponent(code)}>`;
  const codes = Object.entries(list.codes).map(([code, entry]) => {
    const { definition, status = 'ACTIVE', replacedBy, since = FIRST_MINOR } = entry;
    const { parent } = entry as { readonly parent?: string };
    return statements(concept(code), [
      'a skos:Concept',
      `skos:inScheme <${scheme}>`,
      `skos:notation ${literal(code)}`,
      ...both('skos:prefLabel', entry),
      ...both('skos:definition', definition ?? entry),
      `dcterms:issued ${literal(since)}`,
      ...(parent === undefined ? [] : [`skos:broader ${concept(parent)}`]),
      ...(replacedBy === undefined ? [] : [`dcterms:isReplacedBy ${concept(replacedBy)}`]),
      ...(status === 'DEPRECATED' || status === 'RETIRED' ? ['owl:deprecated true'] : []),
    ]);
  });
  return `${[
    PREFIXES.join('\n'),
    statements(`<${scheme}>`, [
      'a skos:ConceptScheme',
      ...both('dcterms:title', list.title),
      ...both('dcterms:description', list.description),
      `owl:versionInfo ${literal(list.version)}`,
    ]),
    ...codes,
  ].join('\n\n')}\n`;
};

/** Every code list as a SKOS concept scheme in Turtle. */
export const skos: Emitter = (registry) =>
  new Map(registry.codeLists.map((list) => [`codelists/skos/${list.name}.ttl`, listText(list)]));
