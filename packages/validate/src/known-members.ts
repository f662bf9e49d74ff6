import { members } from './generated/shapes.mjs';
import { parsedOnce } from './parsed-once.ts';
import { stepsOf } from './pointer.ts';
import { resolve, type Shape, type Shapes, shapeAt } from './shape.ts';

const memberShapes = parsedOnce<Shapes>(members);

const keep = (value: unknown, given: Shape, shapes: Shapes): unknown => {
  const { properties, items } = resolve(given, shapes, value);
  if (Array.isArray(value))
    return items === undefined ? value : value.map((item) => keep(item, items, shapes));
  if (typeof value !== 'object' || value === null || properties === undefined) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const shape = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return shape === undefined ? [] : [[name, keep(member, shape, shapes)]];
    }),
  );
};

/**
 * A value without the members that its schema does not know: a receiver ignores them, and never stores, logs or passes
 * them on. `extensions` is kept whole.
 */
export const knownMembers = (name: string, value: unknown): unknown =>
  keep(value, { schema: name }, memberShapes());

/** The names that an object in a value may have; none where its schema names none. */
export const memberNamesAt = (name: string, value: unknown, pointer: string): readonly string[] =>
  Object.keys(shapeAt(memberShapes(), name, value, stepsOf(pointer))?.properties ?? {});
