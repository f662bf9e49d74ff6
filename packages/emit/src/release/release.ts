import {
  type Contract,
  NOT_AUTHORISED,
  RELEASE_STATUSES,
  type Registry,
  type ReleaseStatus,
  STANDARD,
  type Text,
} from '@openwaybill/schemas';
import type { Artefacts } from '../artefacts.ts';

/** The files of one kind of artefact of a release: a function of the release and of nothing else. */
export type ReleaseEmitter = (release: Release) => Artefacts;

/** The statuses of a release, in their order. */
export const STATUSES = Object.keys(RELEASE_STATUSES) as readonly ReleaseStatus[];
export type Status = ReleaseStatus;

/** All that a release is a function of. Its registry is that of its own contract, and carries its version. */
export type Release = {
  readonly registry: Registry;
  readonly status: Status;
  /** A civil date, as the publisher names it; nothing reads a clock. Empty for what stands in a clone. */
  readonly publishedOn: string;
  /** The contract of the release before; absent for the first. */
  readonly previous?: Contract;
  /** Files that other rooms make, by path: they are handed in, for rooms of one rank do not import each other. */
  readonly handedIn: Artefacts;
};

/** What stands at the head of every document that is read, unless the release is authorised. */
export const bannerOf = ({ status }: Pick<Release, 'status'>): Text | undefined =>
  status === 'published' ? undefined : NOT_AUTHORISED;

/** Lines at the head of every document of a release: version, status, date, the version before, and the banner. */
export const headOf = (release: Release, language: keyof Text): readonly string[] => {
  const { registry, status, publishedOn, previous } = release;
  const banner = bannerOf(release);
  const before =
    previous === undefined
      ? { en: 'first release', zh: '首个版本' }
      : { en: `previous: ${previous.version}`, zh: `上一版本：${previous.version}` };
  const facts = [
    `${STANDARD.name.en} ${registry.version}`,
    RELEASE_STATUSES[status][language],
    publishedOn,
    before[language],
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
  return [...(banner === undefined ? [] : [`**${banner[language]}**`, '']), facts];
};
