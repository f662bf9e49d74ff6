import type { Text } from '@openwaybill/schemas';
import type { Artefacts } from '../artefacts.ts';
import { comparedWithPrevious } from '../release/compared.ts';
import { headOf, type Release } from '../release/release.ts';
import { betweenMajors, isOtherMajor } from './between-majors.ts';
import { COURIER_EXAMPLES, fromCouriers } from './from-couriers.ts';
import { fromGeneratedClients } from './from-generated-clients.ts';
import { fromPartialMasks } from './from-partial-masks.ts';
import type { Guide } from './guide.ts';
import { guideMarkdown } from './guide-markdown.ts';

const LANGUAGES = ['en', 'zh'] as const satisfies readonly (keyof Text)[];

/** The guide from the major before; nothing within a major. */
const ofMajor = (release: Release): readonly Guide[] => {
  const { previous, registry, publishedOn } = release;
  if (previous === undefined || !isOtherMajor(previous.version, registry.version)) return [];
  const diff = comparedWithPrevious(release);
  return diff === undefined ? [] : [betweenMajors(diff, publishedOn)];
};

/** Every guide of a release, as data; the pages and the files are made of the same. */
export const guidesOf = (release: Release): readonly Guide[] => [
  ...ofMajor(release),
  fromCouriers(release.registry, release.handedIn),
  fromGeneratedClients(release.registry),
  fromPartialMasks(release.registry),
];

/** The guides as Markdown in both languages, and the documents of others that they show. */
export const migration = (release: Release): Artefacts => {
  const examples = release.handedIn.get(COURIER_EXAMPLES);
  return new Map([
    ...guidesOf(release).flatMap((guide) =>
      LANGUAGES.map(
        (language) =>
          [
            `migration/${guide.name}.${language}.md`,
            guideMarkdown(guide, headOf(release, language), language),
          ] as const,
      ),
    ),
    ...(examples === undefined ? [] : ([[COURIER_EXAMPLES, examples]] as const)),
  ]);
};
