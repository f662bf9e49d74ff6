import { LEVELS, type Level, positionText, type RequirementEntry } from '@openwaybill/schemas';
import { type Block, type Language, type Span, table, tag } from '../block.ts';
import { named, prose, rolesText, type Site } from '../site.ts';
import { TONES, WORDS } from '../words.ts';

/** The level of a requirement as a label. */
export const levelTag = (level: Level, language: Language): Span =>
  tag(LEVELS[level][language], TONES[level]);

/** Whom a requirement binds. */
export const boundText = ({ roles, position }: RequirementEntry, language: Language): string =>
  [
    roles === 'any' ? WORDS.everyRole[language] : rolesText(roles, language),
    positionText(position, language),
  ].join(language === 'zh' ? '' : ' ');

/** A table of requirements. */
export const requirementTable = (
  site: Site,
  requirements: readonly RequirementEntry[],
  language: Language,
): readonly Block[] =>
  table(
    [WORDS.name[language], WORDS.level[language], WORDS.rules[language], WORDS.binds[language]],
    requirements.map((one) => ({
      cells: [
        named(site, one.id),
        levelTag(one.level, language),
        prose(site, one.text[language]),
        { text: boundText(one, language), isQuiet: true },
      ],
    })),
    'rules',
  );
