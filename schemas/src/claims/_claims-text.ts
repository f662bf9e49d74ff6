import { check, Line, privacy, type Text } from '../define/index.ts';

/** A free text about a claim or a complaint: it may tell what happened, and never who and at what number. */
export const claimsText = (maxLength: number, title: Text, description: Text) =>
  Line(maxLength, title, description, {
    ...privacy('personal', 'note.freetext'),
    ...check('named-person'),
  });
