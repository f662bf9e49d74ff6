/** `PickupSlot`, `pickupSlot`, `pickup slot` and `pickup-slot` to `pickup-slot`. */
export const kebab = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/[\s_]+/g, '-')
    .toLowerCase();

/** `pickup-slot` to `pickupSlot`. */
export const camel = (name: string): string =>
  kebab(name).replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** `pickup-slot` to `PickupSlot`. */
export const pascal = (name: string): string => {
  const word = camel(name);
  return word.charAt(0).toUpperCase() + word.slice(1);
};

/** `pickup-slot` to `Pickup slot`. */
export const sentence = (name: string): string => {
  const words = kebab(name).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** `slot` to `slots`, `delivery` to `deliveries`. */
export const plural = (noun: string): string =>
  /[^aeiou]y$/.test(noun)
    ? `${noun.slice(0, -1)}ies`
    : /(s|x|ch|sh)$/.test(noun)
      ? `${noun}es`
      : `${noun}s`;
