import type { Block, Inline, Span } from './block.ts';
import { addressOf, type Place } from './html.ts';

const plain = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');

const spanText = (span: Span, { root }: Place): string => {
  const words = plain(span.text);
  const text = span.isCode ? `\`${span.text}\`` : span.isEmphasised ? `*${words}*` : words;
  const address =
    span.to !== undefined
      ? addressOf(root, span.to, 'md')
      : span.file === undefined
        ? undefined
        : `${root}../../${span.file}`;
  return address === undefined ? text : `[${text}](${address})`;
};

const inlineText = (inline: Inline, place: Place): string => {
  if (typeof inline === 'string') return plain(inline);
  if (Array.isArray(inline))
    return (inline as readonly Inline[]).map((one) => inlineText(one, place)).join('');
  return spanText(inline as Span, place);
};

const rowText = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;

const fenced = (text: string, language = ''): string => `\`\`\`${language}\n${text}\n\`\`\``;

/** A part of a page as Markdown; nothing where it can only be seen or used. */
export const blockText = (block: Block, place: Place): string => {
  const line = (inline: Inline): string => inlineText(inline, place);
  switch (block.is) {
    case 'heading':
      return `## ${block.text}`;
    case 'paragraph':
      return line(block.of);
    case 'facts':
      return block.rows.map(([name, value]) => `- ${plain(name)}: ${line(value)}`).join('\n');
    case 'table':
      return [
        rowText(block.columns),
        rowText(block.columns.map(() => '---')),
        ...block.rows.map(({ cells }) => rowText(cells.map(line))),
      ].join('\n');
    case 'list':
      return block.items.map((item) => `- ${line(item)}`).join('\n');
    case 'code':
      return fenced(block.text);
    case 'example':
      return [
        `${plain(block.title)}${block.breaks === undefined ? '' : ` (\`${block.breaks.rule}\`, \`${block.breaks.pointer || '/'}\`)`}:`,
        '',
        fenced(JSON.stringify(block.value, null, 2), 'json'),
      ].join('\n');
    case 'cards':
      return block.cards
        .map(
          ({ to, title, text }) =>
            `- [${plain(title)}](${addressOf(place.root, to, 'md')}): ${plain(text)}`,
        )
        .join('\n');
    case 'figures':
      return block.figures.map(([count, name]) => `- ${plain(name)}: ${count}`).join('\n');
    case 'drawing':
    case 'trial':
      return '';
  }
};
