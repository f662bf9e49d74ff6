import { LEVELS, positionText, type RequirementEntry, ROLES } from '@openwaybill/schemas';
import { anchorOf } from './anchors.ts';
import { escaped, type Html, prose, table } from './html.ts';
import { LABELS, type Language, listed } from './words.ts';

const HEADS = {
  en: ['No.', 'Level', 'Requirement', 'Binds', 'Class, clause'],
  zh: ['编号', '程度', '要求', '约束对象', '类别、条款'],
} as const;
const WIDTHS = [10, 8, 48, 20, 14];

const boundBy = ({ roles, position }: RequirementEntry, language: Language): string => {
  const names =
    roles === 'any'
      ? LABELS.anyRole[language]
      : listed(
          roles.map((role) => ROLES[role][language]),
          language,
        );
  return `${names}${language === 'zh' ? '，' : ', '}${positionText(position, language)}`;
};

const judgedBy = (requirement: RequirementEntry, language: Language): string => {
  if ('excluded' in requirement)
    return `${LABELS.notJudged[language]}${language === 'zh' ? '' : ' '}${requirement.excluded.why[language]}`;
  return requirement.judgedBy === 'check' ? LABELS.judged[language] : LABELS.derived[language];
};

/** Requirements with the verb of their level, a row each. `of` is what they belong to. */
export const requirementTable = (
  requirements: readonly RequirementEntry[],
  of: string,
  language: Language,
): Html =>
  table({
    caption: LABELS.requirementsOf[language](of),
    heads: HEADS[language],
    widths: WIDTHS,
    rows: requirements.map((requirement) => {
      const { id, level, text, clause } = requirement;
      return [
        `<b id="${anchorOf.requirement(id)}">${id}</b>`,
        `<span class="verb">${LEVELS[level][language]}</span>`,
        `${prose(text[language])}<br><small>${escaped(judgedBy(requirement, language))}</small>`,
        escaped(boundBy(requirement, language)),
        escaped(`${requirement.class}, ${clause}`),
      ];
    }),
    kind: 'requirements',
  });
