import {
  type LifecycleEntry,
  type Registry,
  type Text,
  TRANSITION_KINDS,
  type Transition,
} from '@openwaybill/schemas';
import { anchorOf } from './anchors.ts';
import type { Clause } from './clause.ts';
import { code, escaped, type Html, linkTo, paragraph, prose, table } from './html.ts';
import { lifecycleDrawing } from './lifecycle-drawing.ts';
import { LABELS, type Language } from './words.ts';

const HEADS = {
  en: ['No.', 'On', 'From', 'To', 'On condition that', 'Requirement'],
  zh: ['序号', '触发', '原状态', '新状态', '条件', '要求'],
} as const;
const WIDTHS = [6, 23, 20, 17, 20, 14];

const WORDS = {
  nothing: { en: 'none yet', zh: '尚不存在' },
  same: { en: 'the same', zh: '不变' },
  otherwise: { en: 'otherwise', zh: '否则返回' },
  outcome: { en: 'outcome', zh: '结果' },
  reading: {
    en: 'In the drawings, numbers are those of the rows of the table below; a double frame is an end; rows behind ↻ leave the state as it is; a dashed arrow leads there from five states or more.',
    zh: '图中数字为下方表中的序号；双线框为终态；↻ 后的各行不改变状态；虚线箭头表示由五个以上状态转入。',
  },
  refusals: {
    en: 'A command in a state that no row of it names is refused with',
    zh: '命令在其各行均未列出的状态下被拒绝，返回',
  },
  by: { en: 'by', zh: '依据' },
} as const satisfies Readonly<Record<string, Text>>;

/** What the transition asks for beside its state, and what it answers. */
const conditionOf = ({ guard, outcome, due }: Transition, language: Language): Html =>
  [
    ...(guard === undefined
      ? []
      : [
          prose(guard.text[language]),
          ...(guard.problem === undefined
            ? []
            : [
                `${escaped(WORDS.otherwise[language])} ${linkTo(anchorOf.problem(guard.problem), code(guard.problem))}`,
              ]),
        ]),
    ...(due === undefined ? [] : [code(due)]),
    ...(outcome === undefined ? [] : [`${escaped(WORDS.outcome[language])} ${code(outcome)}`]),
  ].join('<br>');

const transitionTable = (registry: Registry, lifecycle: LifecycleEntry, language: Language) =>
  table({
    caption: LABELS.transitionsOf[language](lifecycle.title[language]),
    heads: HEADS[language],
    widths: WIDTHS,
    rows: lifecycle.transitions.map((row, at) => {
      const isOperation = registry.operations.some(({ name }) => name === row.on);
      return [
        String(at + 1),
        `${isOperation ? linkTo(anchorOf.operation(row.on), code(row.on)) : code(row.on)}<br><small>${TRANSITION_KINDS[row.kind][language]}</small>`,
        row.from.length === 0
          ? escaped(WORDS.nothing[language])
          : row.from.map((state) => code(state)).join('<br>'),
        row.to === 'SAME' ? escaped(WORDS.same[language]) : code(row.to),
        conditionOf(row, language),
        row.requirement === undefined
          ? ''
          : linkTo(anchorOf.requirement(row.requirement), escaped(row.requirement)),
      ];
    }),
    kind: 'transitions',
  });

/** Annex B: every lifecycle, drawn and as its table. */
export const lifecycleClauses = (registry: Registry, language: Language): readonly Clause[] =>
  registry.lifecycles.map((lifecycle) => {
    const { entity, title, refusals } = lifecycle;
    return {
      id: anchorOf.lifecycle(entity),
      title: title[language],
      body: [
        `<figure>${lifecycleDrawing(lifecycle, language)}<figcaption>${escaped(LABELS.lifecycleOf[language](title[language]))}</figcaption></figure>`,
        transitionTable(registry, lifecycle, language),
        paragraph(
          `${escaped(WORDS.refusals[language])} ${linkTo(anchorOf.problem('STATE_ILLEGAL'), code('STATE_ILLEGAL'))} (${escaped(WORDS.by[language])} ${linkTo(anchorOf.requirement(refusals), escaped(refusals))})${language === 'zh' ? '。' : '.'}`,
        ),
      ],
    };
  });

/** How the drawings of the annex are read. */
export const readingOfDrawings = (language: Language): Html =>
  paragraph(escaped(WORDS.reading[language]));
