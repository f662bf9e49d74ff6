/** The version of the working contract; every `$id` carries it. It is raised when a release has taken its number. */
export const VERSION = '1.1.0';

/** Since when there is what names no minor of its own. */
export const FIRST_MINOR = '1.0';

/** What a message says that it speaks (`OpenWaybill-Version`), its greatest length and its pattern without anchors. */
export const SPOKEN_FORM = { maxLength: 7, pattern: '[0-9]{1,3}[.][0-9]{1,3}' } as const;

/** Major and minor of a version: what a message of it says that it speaks. */
export const minorOf = (version: string): string => version.split('.', 2).join('.');

/** What a message of the working contract says that it speaks. */
export const SPOKEN_VERSION = minorOf(VERSION);

const [major = 0, minor = 0] = VERSION.split('.').map(Number);

/** Every minor of a system that speaks the working contract, oldest first: `1.0`, `1.1`. */
export const SERVED_VERSIONS: readonly string[] = Array.from(
  { length: minor + 1 },
  (_, one) => `${major}.${one}`,
);

/** What a message of the next minor would say, and the `$id`s that it would have. */
export const NEXT_MINOR = `${major}.${minor + 1}`;

const SPOKEN = new RegExp(`^${SPOKEN_FORM.pattern}$`);

/**
 * Whether a version that a message says is of another major, of a later minor, or served as it is;
 * `undefined` for a text that is none.
 */
export const judgeVersion = (
  said: string,
): 'OTHER_MAJOR' | 'NEWER_MINOR' | 'SERVED' | undefined => {
  if (!SPOKEN.test(said)) return undefined;
  const [saidMajor = 0, saidMinor = 0] = said.split('.').map(Number);
  if (saidMajor !== major) return 'OTHER_MAJOR';
  return saidMinor > minor ? 'NEWER_MINOR' : 'SERVED';
};
