import type { Text } from '@openwaybill/schemas';
import type { Guide, GuideCell, GuidePart } from './guide.ts';

type Language = keyof Text;

const cellText = (cell: GuideCell, language: Language): string =>
  ('en' in cell ? cell[language] : cell.map((name) => `\`${name}\``).join(' '))
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const partLines = (part: GuidePart, language: Language): readonly string[] => {
  switch (part.is) {
    case 'text':
      return [part.text[language]];
    case 'list':
      return [part.items.map((item) => `- ${item[language]}`).join('\n')];
    case 'table':
      return [
        [
          row(part.heads.map((head) => head[language])),
          row(part.heads.map(() => '---')),
          ...part.rows.map((cells) => row(cells.map((cell) => cellText(cell, language)))),
        ].join('\n'),
      ];
    case 'code':
      return [
        `${part.about[language]}${language === 'zh' ? '：' : ':'}`,
        `\`\`\`\n${part.text}\n\`\`\``,
      ];
  }
};

/** A guide as Markdown. `head` are the lines that every document of a release begins with. */
export const guideMarkdown = (guide: Guide, head: readonly string[], language: Language): string =>
  `${[
    `# ${guide.title[language]}`,
    head.join('\n'),
    guide.lede[language],
    ...guide.sections.flatMap(({ title, parts }) => [
      `## ${title[language]}`,
      ...parts.flatMap((part) => partLines(part, language)),
    ]),
  ].join('\n\n')}\n`;
