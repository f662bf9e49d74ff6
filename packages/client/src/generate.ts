import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { receiverDocument, senderDocument } from './generate/documents.ts';
import { facts } from './generate/facts.ts';
import { typesOf } from './generate/types-of.ts';
import { callsText } from './generator/calls-text.ts';
import { operationsText, tableText } from './generator/table-text.ts';

/** How the names of sources of each language end. */
const SUFFIXES: Readonly<Record<string, string>> = { go: '.go', java: '.java', python: '.py' };

const GENERATED = new URL('./generated/', import.meta.url);

/** Sources of another language that its clients carry as they are, by path. */
const carriedOf = (language: string): Readonly<Record<string, string>> => {
  const folder = new URL(`../languages/${language}/`, import.meta.url);
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith(SUFFIXES[language] ?? ''))
      .sort()
      .map((path) => [path, readFileSync(new URL(path, folder), 'utf8')]),
  );
};

/** Sources that a generated client carries as they are. */
const carried = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [
      'ambient.ts',
      ...readdirSync(new URL('./runtime/', import.meta.url))
        .sort()
        .map((file) => `runtime/${file}`),
    ].map((path) => [path, readFileSync(new URL(path, import.meta.url), 'utf8')]),
  );

mkdirSync(GENERATED, { recursive: true });
const material = facts();
const receiver = await typesOf(receiverDocument());
const sender = await typesOf(senderDocument());
const files = {
  'receiver.ts': receiver,
  'sender.ts': sender,
  'calls.ts': callsText(material),
  'operations.ts': operationsText(material),
  'tables.ts': tableText(material),
  'material.ts': `import type { Material } from '../generator/material.ts';

/** What clients are generated from; as a text, since a compiler takes minutes over a literal of this size. */
export const MATERIAL: Material = JSON.parse(${JSON.stringify(JSON.stringify(material))});
export const RECEIVER_TYPES: string = ${JSON.stringify(receiver)};
export const SENDER_TYPES: string = ${JSON.stringify(sender)};
export const SOURCES: Readonly<Record<string, string>> = ${JSON.stringify(carried())};
/** By language. */
export const CARRIED: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(
    Object.fromEntries(Object.keys(SUFFIXES).map((language) => [language, carriedOf(language)])),
  )};
`,
};
for (const [file, text] of Object.entries(files)) writeFileSync(new URL(file, GENERATED), text);
