import { type Block, heading, type Language, list, table } from '../block.ts';
import type { PortalGuide } from '../options.ts';
import type { Page } from '../page.ts';
import { named, prose, type Site } from '../site.ts';

type Part = PortalGuide['sections'][number]['parts'][number];

const blocksOf = (site: Site, part: Part, language: Language): readonly Block[] => {
  switch (part.is) {
    case 'text':
      return [{ is: 'paragraph', of: prose(site, part.text[language]) }];
    case 'list':
      return list(part.items.map((item) => prose(site, item[language])));
    case 'table':
      return table(
        part.heads.map((head) => head[language]),
        part.rows.map((cells) => ({
          cells: cells.map((cell) =>
            'en' in cell
              ? prose(site, cell[language])
              : cell.flatMap((name, at) =>
                  at === 0 ? [named(site, name)] : [' ', named(site, name)],
                ),
          ),
        })),
      );
    case 'code':
      return [
        { is: 'paragraph', of: part.about[language] },
        { is: 'code', text: part.text },
      ];
  }
};

/** A page for each guide: how to get here from something else. */
export const guidePages = (site: Site): readonly Page[] =>
  site.options.guides.map(({ name, title, lede, sections }) => ({
    path: `guides/${name}`,
    kind: 'guides',
    name,
    title,
    lede,
    blocks: (language) =>
      sections.flatMap((section) => [
        heading(section.title[language], section.id),
        ...section.parts.flatMap((part) => blocksOf(site, part, language)),
      ]),
  }));
