import type { LifecycleEntry } from '@openwaybill/schemas';
import type { Emitter } from './artefacts.ts';

/** What ends a label or begins something else in a diagram. */
const plain = (text: string): string => text.replace(/[:;#"<>{}\n]/g, ' ').trim();

const labelOf = ({ kind, on, guard, outcome }: LifecycleEntry['transitions'][number]): string =>
  [
    on,
    ...(kind === 'command' ? [] : [`(${kind})`]),
    ...(guard === undefined ? [] : [`[${guard.name}]`]),
    ...(outcome === undefined ? [] : [`/ ${outcome}`]),
  ].join(' ');

/** A lifecycle as a state diagram of Mermaid: one arrow a transition, states titled in both languages. */
const diagramOf = ({ title, states, transitions }: LifecycleEntry): string => {
  const names = Object.keys(states);
  const arrows = transitions.flatMap((row) => {
    const from = row.from.length === 0 ? ['[*]'] : row.from;
    return from.flatMap((state) => {
      const to = row.to === 'SAME' ? state : row.to;
      return [`  ${state} --> ${to}: ${plain(labelOf(row))}`];
    });
  });
  return `${[
    '---',
    `title: ${plain(title.en)} / ${plain(title.zh)}`,
    '---',
    'stateDiagram-v2',
    ...names.map((name) => `  ${name}: ${name}<br/>${plain(states[name]?.zh ?? '')}`),
    ...arrows,
    ...names.filter((name) => states[name]?.terminal).map((name) => `  ${name} --> [*]`),
  ].join('\n')}\n`;
};

/** Every lifecycle drawn. */
export const diagrams: Emitter = (registry) =>
  new Map(
    registry.lifecycles.map((lifecycle) => [
      `lifecycles/${lifecycle.entity}.mmd`,
      diagramOf(lifecycle),
    ]),
  );
