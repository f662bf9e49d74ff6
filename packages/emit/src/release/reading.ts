import { STANDARD, type Text } from '@openwaybill/schemas';
import { type MessageEntry, messagesOf } from './messages.ts';
import { messagePage } from './page.ts';
import { headOf, type Release, type ReleaseEmitter } from './release.ts';

const LANGUAGES = ['en', 'zh'] as const satisfies readonly (keyof Text)[];

const pathOf = ({ name }: MessageEntry, language: keyof Text): string =>
  `messages/${language}/${name}.md`;

/** One page a message and language, as Markdown. */
export const messagePages: ReleaseEmitter = (release) =>
  new Map(
    LANGUAGES.flatMap((language) =>
      messagesOf(release.registry).map(
        (message) => [pathOf(message, language), messagePage(release, message, language)] as const,
      ),
    ),
  );

const title = (release: Release): readonly string[] => [
  `# ${STANDARD.name.en} ${STANDARD.name.zh}`,
  '',
  '> An open interface standard for the exchange of data between e-commerce platforms and couriers. Examples are invented.',
  '',
  ...headOf(release, 'en'),
  '',
];

/** Documents of a release beside the pages, with what each is for. */
const DOCUMENTS: readonly (readonly [string, string])[] = [
  ['openapi-3.1.json', 'every operation and event, OpenAPI 3.1'],
  ['openapi-3.0.json', 'the same for older tools'],
  ['asyncapi-3.json', 'every event, AsyncAPI 3'],
  ['bundle/openwaybill.schema.json', 'every JSON Schema, by which senders are judged'],
  ['bundle/openwaybill.receiver.schema.json', 'the same, open, by which receivers read'],
  ['types/openwaybill.d.ts', 'types for TypeScript'],
  ['rules.json', 'rules that no schema can say'],
  ['problems.json', 'the closed table of problems'],
  ['contract.json', 'everything as data'],
];

/** The first of the pages that another room makes, each of which has its text beside it as Markdown. */
const PAGES = 'docs/en/index.md';

/** The index for programs that read: every document and page of the release with what it is about (llmstxt.org). */
const index = (release: Release): string => {
  const { registry } = release;
  const messages = messagesOf(registry);
  return `${[
    ...title(release),
    '## Documents',
    '',
    ...DOCUMENTS.map(([path, what]) => `- [${path}](${path}): ${what}`),
    ...(release.handedIn.has(PAGES)
      ? [`- [${PAGES}](${PAGES}): the standard as pages, each as Markdown`]
      : []),
    '',
    ...registry.modules.flatMap((module) => {
      const own = messages.filter((message) => message.module === module.name);
      return own.length === 0
        ? []
        : [
            `## ${module.title.en} (${module.title.zh})`,
            '',
            ...own.map(
              (message) =>
                `- [${message.name}](${pathOf(message, 'en')}): ${String(message.schema.title)}`,
            ),
            '',
          ];
    }),
  ]
    .join('\n')
    .trimEnd()}\n`;
};

const operations = ({ registry }: Release): readonly string[] => [
  '# Operations',
  '',
  ...registry.operations.map(
    ({ name, method, path, title, calledBy, servedBy }) =>
      `- \`${name}\` ${method} ${path}: ${title.en} (${title.zh}); ${calledBy.join(', ')} → ${servedBy.join(', ')}`,
  ),
  '',
  '# Problems',
  '',
  ...Object.entries(registry.problems).map(
    ([code, { status, when }]) => `- \`${code}\` ${status}: ${when.en}`,
  ),
  '',
];

/** `llms.txt`, and `llms-full.txt` with the whole text of every page. */
export const readingTexts: ReleaseEmitter = (release) =>
  new Map([
    ['llms.txt', index(release)],
    [
      'llms-full.txt',
      [
        ...title(release),
        ...operations(release),
        ...messagesOf(release.registry).map((message) => messagePage(release, message, 'en')),
      ].join('\n'),
    ],
  ]);
