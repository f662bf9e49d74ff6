/** An option as it is written on the command line: `writeBaseline` is `--write-baseline`. */
export const flagOf = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
