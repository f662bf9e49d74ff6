/** The version of the working contract; every `$id` carries it. It is raised when a release has taken its number. */
export const VERSION = '1.1.0';

const [major = 0, minor = 0] = VERSION.split('.').map(Number);

/** Every minor of a system that speaks the working contract, oldest first: `1.0`, `1.1`. */
export const SERVED_VERSIONS: readonly string[] = Array.from(
  { length: minor + 1 },
  (_, one) => `${major}.${one}`,
);

/** What a message of the working contract says that it speaks (`OpenWaybill-Version`): its major and its minor. */
export const SPOKEN_VERSION = `${major}.${minor}`;

/** What a message of the next minor would say, and the `$id`s that it would have. */
export const NEXT_MINOR = `${major}.${minor + 1}`;

/** Whether a version that a message says is of another major, of a later minor, or served as it is; undefined for a text that is none. */
export const judgeVersion = (
  said: string,
): 'OTHER_MAJOR' | 'NEWER_MINOR' | 'SERVED' | undefined => {
  const match = /^([0-9]{1,3})[.]([0-9]{1,3})$/.exec(said);
  if (match === null) return undefined;
  if (Number(match[1]) !== major) return 'OTHER_MAJOR';
  return Number(match[2]) > minor ? 'NEWER_MINOR' : 'SERVED';
};
