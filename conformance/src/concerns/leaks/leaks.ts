import {
  type Canary,
  idEnds,
  type Needle,
  needlesOf,
  type Shown,
  scannerOf,
  shownIn,
} from '@openwaybill/privacy/scan';
import { corpusOfRun } from '../../drive/people.ts';
import { type CanaryEntry, exchangesOf, headOf, type Transcript } from '../../transcript/format.ts';
import { digests } from './digests.ts';
import { type ShownSurface, surfacesOf } from './surfaces.ts';

/** A person of the run, with the entry that says whom the values were given to. */
export type KnownPerson = { readonly entry: CanaryEntry; readonly canary: Canary };

/** A value of a person that a system showed: what of whom, in which form, and where; never the value. */
export type Leak = {
  readonly where: ShownSurface;
  readonly canary: string;
  readonly kind: Needle['kind'];
  /** Form, encoding and wrappings. */
  readonly form: string;
  readonly offset: number;
};

/** A masked value of a person that a system showed, and which of its characters are to be seen. */
export type MaskShown = Shown & { readonly where: ShownSurface };

/** What a run shows of its people. */
export type Leaks = {
  readonly people: readonly KnownPerson[];
  /** Exchanges in which the system said something after it was given a person. */
  readonly watched: readonly ShownSurface[];
  readonly leaks: readonly Leak[];
  readonly masks: readonly MaskShown[];
};

/** The people of a transcript, made again from its head. */
export const peopleIn = (transcript: Transcript): readonly KnownPerson[] => {
  const entries = transcript.entries.filter((entry) => entry.kind === 'canary');
  if (entries.length === 0) return [];
  const corpus = corpusOfRun(headOf(transcript));
  return entries.map((entry) => ({ entry, canary: corpus.canary(entry.number) }));
};

const textOfContent = (content: string | Uint8Array): string =>
  typeof content === 'string' ? content : '';

const formOf = (label: string, wrappings: readonly string[]): string =>
  [label, ...wrappings.map((wrapping) => `in ${wrapping}`)].join(', ');

const cache = new WeakMap<Transcript, Leaks>();

/**
 * Looks for every person of a run in everything that the system said after it was given that person. One pass serves
 * all checks. Offsets are of the surface, and nothing of the text around a finding is kept.
 */
export const leaksOf = (transcript: Transcript): Leaks => {
  const known = cache.get(transcript);
  if (known !== undefined) return known;
  const people = peopleIn(transcript);
  const canaries = people.map(({ canary }) => canary);
  const givenAt = new Map(people.map(({ canary, entry }) => [canary.id, entry.seq]));
  const first = people[0]?.entry.seq ?? Number.POSITIVE_INFINITY;
  const scan = scannerOf(canaries.flatMap((canary) => needlesOf(canary, digests)));
  const ends = canaries.map((canary) => [canary.id, idEnds(canary.idNumber)] as const);
  const watched = exchangesOf(transcript)
    .filter(({ seq }) => seq > first)
    .flatMap(surfacesOf);
  const isAfter = (canary: string, { exchange }: ShownSurface): boolean =>
    exchange.seq > (givenAt.get(canary) ?? Number.POSITIVE_INFINITY);
  const leaks = watched.flatMap((where): readonly Leak[] => [
    ...scan(where.content).flatMap(({ wanted, offset, wrappings }) =>
      isAfter(wanted.canary, where)
        ? [
            {
              where,
              canary: wanted.canary,
              kind: wanted.kind,
              form: formOf(wanted.label, wrappings),
              offset,
            },
          ]
        : [],
    ),
    ...(/[*＊●○xX]{2}/u.test(textOfContent(where.content))
      ? ends.flatMap(([canary, end]) =>
          [...textOfContent(where.content).matchAll(end)].map(({ index }) => ({
            where,
            canary,
            kind: 'id' as const,
            form: 'first six and last four',
            offset: index,
          })),
        )
      : []),
  ]);
  const masks = watched.flatMap((where) =>
    shownIn(textOfContent(where.content), canaries)
      .filter(({ canary }) => isAfter(canary, where))
      .map((shown) => ({ ...shown, where })),
  );
  const found: Leaks = { people, watched, leaks, masks };
  cache.set(transcript, found);
  return found;
};
