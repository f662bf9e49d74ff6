import { createRequire } from 'node:module';
import { registry, toContract, withVersion } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { asyncApiDocument } from '../src/asyncapi.ts';
import { codeLists } from '../src/code-lists.ts';
import { diagrams } from '../src/diagrams.ts';
import { examples } from '../src/examples.ts';
import { inChinese } from '../src/in-chinese.ts';
import { releaseOf } from '../src/release/make.ts';
import { releaseFiles } from '../src/release/manifest.ts';
import { messagesOf } from '../src/release/messages.ts';
import { requirementClasses } from '../src/requirement-classes.ts';
import { skos } from '../src/skos.ts';
import { SMALL_CONTRACT, small } from './_small.ts';

const require = createRequire(import.meta.url);

/** A release of a small part, and the next one, which has an operation less and a code with other words. */
const first = releaseOf(SMALL_CONTRACT, {
  version: '1.0.0',
  status: 'published',
  publishedOn: '2026-11-22',
  handedIn: new Map(),
});
const files = releaseFiles(first);
const textOf = (path: string): string => files.get(path)?.text ?? '';

describe('AsyncAPI', () => {
  const document = asyncApiDocument(registry) as {
    readonly channels: object;
    readonly operations: Readonly<
      Record<string, { readonly action: string; readonly 'x-roles': readonly string[] }>
    >;
    readonly components: {
      readonly messages: Readonly<
        Record<
          string,
          {
            readonly name: string;
            readonly 'x-dataschema': string;
            readonly examples?: readonly { readonly payload: object }[];
          }
        >
      >;
    };
  };

  test('its own schema takes the document, and refuses unnamed channels', () => {
    const Ajv = require('ajv');
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const judge = ajv.compile(require('@asyncapi/specs/schemas/3.0.0-without-$id.json'));
    expect(judge(document), JSON.stringify(judge.errors?.[0])).toBe(true);
    expect(judge({ ...document, channels: [] })).toBe(false);
  });

  test('each event has a channel a receiving role, used at both ends', () => {
    const lanes = registry.events.flatMap(({ to }) => to).length;
    expect(Object.keys(document.channels)).toHaveLength(lanes);
    for (const action of ['send', 'receive'])
      expect(
        Object.values(document.operations).filter((one) => one.action === action),
      ).toHaveLength(lanes);
    expect(document.operations.sendWaybillStatusChangedToPlatform?.['x-roles']).toEqual([
      'courier',
    ]);
  });

  test('a message and its examples name the schema of the payload', () => {
    const messages = Object.values(document.components.messages);
    expect(messages.map(({ name }) => name)).toEqual(registry.events.map(({ type }) => type));
    for (const { name, 'x-dataschema': dataschema, examples: all = [] } of messages)
      for (const { payload } of all) expect(payload).toMatchObject({ type: name, dataschema });
  });

  test('in Chinese it has the same channels and Chinese titles', () => {
    const chinese = inChinese(document);
    expect(Object.keys(chinese.channels)).toEqual(Object.keys(document.channels));
    expect(JSON.stringify(chinese.channels)).not.toMatch(/"title":"[ -~]*"/);
  });
});

describe('code lists say the same in each form', () => {
  type Quad = {
    readonly subject: { readonly value: string };
    readonly predicate: { readonly value: string };
    readonly object: { readonly value: string; readonly language?: string };
  };
  const { Parser } = require('n3') as {
    readonly Parser: new () => { parse(text: string): readonly Quad[] };
  };
  const lists = codeLists(registry);
  const turtle = skos(registry);

  test.each(registry.codeLists.map(({ name }) => name))('%s', (name) => {
    const quads = new Parser().parse(turtle.get(`codelists/skos/${name}.ttl`) ?? '');
    const said = (subject: string, predicate: string, language?: string) =>
      quads.find(
        (quad) =>
          quad.subject.value === subject &&
          quad.predicate.value.endsWith(predicate) &&
          (language === undefined || quad.object.language === language),
      )?.object.value;
    const concepts = quads
      .filter(({ object }) => object.value.endsWith('core#Concept'))
      .map(({ subject }) => subject.value);
    const rows = concepts.map((concept) => ({
      code: said(concept, '#notation'),
      zh: said(concept, '#prefLabel', 'zh-hans'),
      en: said(concept, '#prefLabel', 'en'),
      definitionZh: said(concept, '#definition', 'zh-hans'),
      definitionEn: said(concept, '#definition', 'en'),
    }));
    const { codes } = JSON.parse(lists.get(`codelists/json/${name}.json`) ?? '');
    expect(rows).toEqual(
      codes.map(({ code, zh, en, definitionZh, definitionEn }: (typeof rows)[number]) => ({
        code,
        zh,
        en,
        definitionZh,
        definitionEn,
      })),
    );
    const csv = lists.get(`codelists/csv/${name}.csv`) ?? '';
    expect(csv.split('\r\n').slice(1, -1)).toHaveLength(rows.length);
  });
});

test('every example is a file, and an invalid one says what it breaks', () => {
  const all = examples(registry);
  const entries = [...registry.schemas.values()];
  const count = (kind: 'valid' | 'invalid') =>
    entries.reduce((sum, { examples }) => sum + Object.keys(examples[kind]).length, 0);
  expect(all.size).toBe(count('valid') + count('invalid'));
  expect(count('invalid')).toBeGreaterThan(500);
  expect(
    JSON.parse(all.get('examples/invalid/WaybillCancellation/reason-is-prose.json') ?? ''),
  ).toEqual({
    given: { reason: 'changed my mind' },
    want: [{ pointer: '/reason', rule: 'enum' }],
  });
});

test.each([...registry.lifecycles])('the diagram of $entity draws every row once', (lifecycle) => {
  const text = diagrams(registry).get(`lifecycles/${lifecycle.entity}.mmd`) ?? '';
  const arrows = [...text.matchAll(/^ {2}(\S+) --> (\w+): \S/gm)].map(
    ([, from, to]) => `${from} ${to}`,
  );
  const want = lifecycle.transitions.flatMap(({ from, to }) =>
    (from.length === 0 ? ['[*]'] : from).map((state) => `${state} ${to === 'SAME' ? state : to}`),
  );
  expect(arrows).toEqual(want);
  const states = [...text.matchAll(/^ {2}(\w+): /gm)].map(([, state]) => state);
  expect(states).toEqual(Object.keys(lifecycle.states));
});

test('each requirement is of one conformance class', () => {
  const { classes } = JSON.parse(
    requirementClasses(registry).get('requirements/classes.json') ?? '',
  );
  const ids = classes.flatMap(
    ({ requirements }: { requirements: readonly string[] }) => requirements,
  );
  expect(ids.toSorted()).toEqual(registry.requirements.map(({ id }) => id).toSorted());
});

describe('pages', () => {
  const messages = messagesOf(small());

  test.each(messages)('$name has one in each language, with every member', (message) => {
    for (const [language, name] of [
      ['en', 'Members'],
      ['zh', '成员'],
    ]) {
      const text = textOf(`messages/${language}/${message.name}.md`);
      expect(text).toContain(`# ${message.name}: `);
      expect(text).toContain(`## ${name}`);
      for (const member of Object.keys(message.schema.properties ?? {}))
        expect(text, member).toContain(`| \`${member}\` |`);
    }
    expect(textOf(`messages/zh/${message.name}.md`)).toMatch(/^# \w+: .*\p{Script=Han}/u);
  });

  test('every link of llms.txt leads to a file', () => {
    const links = [...textOf('llms.txt').matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(messages.length);
    expect(links.filter((path) => !files.has(path))).toEqual([]);
  });

  test('llms-full.txt has every page whole', () => {
    for (const { name } of messages)
      expect(textOf('llms-full.txt')).toContain(textOf(`messages/en/${name}.md`));
  });

  test('only what is not authorised bears the banner', () => {
    const draft = releaseFiles({ ...first, status: 'draft' });
    for (const [path, banner] of [
      ['llms.txt', 'This is not an authorised publication'],
      ['messages/zh/WaybillCancellation.md', '本稿未经批准发布'],
      ['CHANGELOG.zh.md', '本稿未经批准发布'],
    ] as const) {
      expect(draft.get(path)?.text, path).toContain(banner);
      expect(textOf(path), path).not.toContain(banner);
    }
  });
});

describe('changelogs', () => {
  test('the first counts what there is', () => {
    expect(textOf('CHANGELOG.en.md')).toContain('- Operations: 3');
    expect(textOf('CHANGELOG.zh.md')).toContain('- 操作: 3');
  });

  test('a later one names what came, went and changed, and who has to act', () => {
    const { operations, problems } = SMALL_CONTRACT;
    const before = withVersion(
      {
        ...SMALL_CONTRACT,
        operations: operations.filter(({ name }) => name !== 'submit-order'),
        problems: { ...problems, GONE: { ...problems.NOT_FOUND } } as typeof problems,
        codeLists: SMALL_CONTRACT.codeLists.map((list) =>
          list.name === 'CancelReason' ? { ...list, version: '2026-01' } : list,
        ),
      },
      '0.9.0',
    );
    const text = releaseFiles({ ...first, previous: before }).get('CHANGELOG.en.md')?.text ?? '';
    expect(text).toContain('previous: 0.9.0');
    expect(text.match(/^- (added|changed|removed) .*$/gm)).toEqual([
      '- added `submit-order`',
      '- changed `CancelReason`',
      '- removed `GONE`',
    ]);
    expect(text).toContain('## Who has to act');
  });

  test('of a release that changes nothing it says so', () => {
    const previous = withVersion(toContract(small()), '0.9.0');
    expect(releaseFiles({ ...first, previous }).get('CHANGELOG.en.md')?.text).toContain(
      'Nothing of the contract changed.',
    );
  });
});
