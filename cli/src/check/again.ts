import type { SettledOptions } from './options.ts';

/** The command that repeats a run: everything that was said, and the seed that it had. */
export const againOf = (
  given: SettledOptions,
  config: string | undefined,
  seed: number,
): string => {
  const { credentials, second } = given;
  const words = (name: string, value: string | number | readonly string[] | undefined) =>
    value === undefined ? [] : [`--${name} ${[value].flat().join(' ')}`];
  return [
    'openwaybill check',
    // everything else stands in the file
    ...(config === undefined
      ? [
          given.url,
          ...words('role', given.role),
          ...words('set', given.set),
          ...words('class', given.class?.join(',')),
          ...words('only', given.only),
          ...words('depth', given.depth),
          ...words('claim', given.claim),
          ...words('credentials', typeof credentials === 'string' ? credentials : undefined),
          ...words('second', typeof second === 'string' ? second : undefined),
          ...words('shard', given.shard),
        ]
      : words('config', config)),
    `--seed ${seed}`,
  ].join(' ');
};
