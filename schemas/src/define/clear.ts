import { privacy } from './privacy.ts';
import { ListOf, Optional, StringEnum } from './schema.ts';
import { words } from './text.ts';

/** The member of an update that takes optional members away by their names, instead of nulls. */
export const clearOf = <const T extends readonly string[]>(names: T) =>
  Optional(
    ListOf(
      StringEnum(names, {
        ...words(
          { en: 'Member to clear', zh: '待移除成员' },
          { en: 'Name of an optional member.', zh: '可选成员的名称。' },
        ),
        ...privacy('business', 'technical'),
      }),
      0,
      10,
      words(
        { en: 'Clear', zh: '移除' },
        { en: 'Optional members to be removed.', zh: '须移除的可选成员。' },
      ),
    ),
  );
