import type { Words } from '../material.ts';

/** What HTML, tags of javadoc, ends of comments and escapes of Java would take for theirs. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '@': '&#64;',
  '\\': '&#92;',
  '*/': '*&#47;',
};

const escaped = (text: string): string =>
  text.replace(/\*\/|[&<>@\\]/g, (found) => ESCAPES[found] ?? found);

const ended = (text: string): string => (/[.!?。！？]$/.test(text) ? text : `${text}.`);

/** A title in both languages, as the sentence that an overview shows. */
export const titleOf = (title: string, zh: string): string =>
  ended(escaped(zh === '' || zh === title ? title : `${title} · ${zh}`));

/** A comment: the title, then what is said in English, then in Chinese, then what is true in Java alone. */
export const javadoc = (
  indent: string,
  title: string,
  { description, zh }: Words,
  ...more: readonly string[]
): string => {
  const paragraphs = [
    titleOf(title, zh.title),
    ...[description, zh.description].filter((text) => text !== '').map(escaped),
    ...more,
  ];
  if (paragraphs.length === 1) return `${indent}/** ${paragraphs[0]} */\n`;
  const lines = paragraphs.flatMap((text, at) => (at === 0 ? [text] : ['', `<p>${text}`]));
  return `${indent}/**\n${lines.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`).join('')}${indent} */\n`;
};
