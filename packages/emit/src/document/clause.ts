import { escaped, type Html } from './html.ts';

/** A clause as its author gives it: numbers follow from where it stands. */
export type Clause = {
  /** Its anchor, the same in every language. */
  readonly id: string;
  readonly title: string;
  readonly body?: readonly Html[];
  readonly clauses?: readonly Clause[];
};

/** A clause with its number, and its depth from 1. */
export type NumberedClause = Omit<Clause, 'clauses'> & {
  /** `5.2`, `A.3`; empty where a clause has none, as the foreword. */
  readonly number: string;
  readonly depth: number;
  readonly clauses: readonly NumberedClause[];
};

/** Numbers a clause that has the given number, and those below it. */
export const numbered = (clause: Clause, number: string, depth = 1): NumberedClause => ({
  ...clause,
  number,
  depth,
  clauses: (clause.clauses ?? []).map((below, at) =>
    numbered(below, number === '' ? '' : `${number}.${at + 1}`, depth + 1),
  ),
});

/** A clause and all below it, in the order of the document. */
export const allOf = (clause: NumberedClause): readonly NumberedClause[] => [
  clause,
  ...clause.clauses.flatMap(allOf),
];

const DEEPEST_HEADING = 6;

/** A clause as markup: its heading, its text, and the clauses below it. */
export const clauseHtml = (clause: NumberedClause): Html => {
  const { id, number, title, depth, body = [], clauses } = clause;
  const heading = `h${Math.min(depth, DEEPEST_HEADING)}`;
  const shown = number === '' ? '' : `<span class="number">${number}</span> `;
  return [
    `<section id="${id}">`,
    `<${heading}>${shown}${escaped(title)}</${heading}>`,
    ...body,
    ...clauses.map(clauseHtml),
    '</section>',
  ].join('\n');
};
