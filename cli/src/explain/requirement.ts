import { join } from 'node:path';
import type { Registry } from '@openwaybill/schemas';
import type { Io } from '../io.ts';
import type { Language } from '../language.ts';
import { examplesFor } from './examples.ts';
import { type Explanation, FACT } from './explanation.ts';
import { exchangesFor } from './goldens.ts';

type Kept = {
  readonly requirements: Readonly<Record<string, { readonly cases: readonly string[] }>>;
};

/** The cases by which a frozen set judges a requirement; none where no set has it. */
const casesOf = async (io: Io, id: string): Promise<readonly string[]> => {
  const names = (await io.filesBelow(io.sets)).filter((name) => /^[0-9.]+[.]json$/.test(name));
  const latest = names.at(-1);
  if (latest === undefined) return [];
  const file = await io.read(join(io.sets, latest));
  if (!file.ok) return [];
  const { requirements } = JSON.parse(Buffer.from(file.bytes).toString('utf8')) as Kept;
  return requirements[id]?.cases ?? [];
};

/** Of many a reader gets the first. */
const MOST = 12;
const listed = (names: readonly string[]): string =>
  names.length <= MOST
    ? names.join(', ')
    : `${names.slice(0, MOST).join(', ')} … (${names.length})`;

/** A requirement with what judges it: its cases, what reaches and breaks them, and exchanges of both kinds. */
export const requirement = async (
  from: Registry,
  name: string,
  language: Language,
  io: Io,
): Promise<readonly Explanation[]> => {
  const one = from.requirements.find(({ id }) => id === name.split('/')[0]?.toUpperCase());
  if (one === undefined) return [];
  const { id } = one;
  const [, asked] = name.split('/');
  const all = await casesOf(io, id);
  if (asked !== undefined && !all.includes(asked)) return [];
  const isExcluded = 'excluded' in one;
  const suite = isExcluded ? undefined : await import('@openwaybill/conformance');
  const scenarios = suite?.scenarios.filter(({ touches }) => touches.some((each) => each === id));
  const faults = suite?.faults.filter(({ violates }) => violates.some((each) => each === id));
  const [written, example] = [
    await exchangesFor(io, id, language),
    examplesFor(from, id, one.about),
  ];
  return [
    {
      kind: 'requirement',
      name: asked === undefined ? id : `${id}/${asked}`,
      title: one.text,
      facts: [
        [FACT.level, one.level],
        [FACT.roles, `${one.roles === 'any' ? 'any' : one.roles.join(', ')} (${one.position})`],
        [FACT.class, one.class],
        [FACT.clause, one.clause],
        ...(one.about === undefined ? [] : ([[FACT.about, one.about]] as const)),
        [FACT.since, one.since],
        [FACT.judged, isExcluded ? one.excluded.because : one.judgedBy],
        [FACT.wire, one.wire],
      ],
      passages: [
        ...(isExcluded ? ([[FACT.judged, one.excluded.why[language]]] as const) : []),
        [FACT.cases, listed(all)],
        [FACT.reached, listed(scenarios?.map((each) => each.id) ?? [])],
        [FACT.brokenBy, listed(faults?.map((each) => each.id) ?? [])],
        [FACT.failing, written.failing ?? example.failing ?? ''],
        [FACT.passing, written.passing ?? example.passing ?? ''],
      ],
    },
  ];
};
