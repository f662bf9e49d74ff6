import type { ValueFacts } from '../material.ts';

/** The type of a value; a primitive only where it is always there. */
export const typeOf = (value: ValueFacts, isBoxed: boolean): string => {
  switch (value.is) {
    case 'TEXT':
      return 'String';
    case 'INSTANT':
      return 'Moment';
    case 'WHOLE':
      return isBoxed ? 'Long' : 'long';
    case 'FLAG':
      return isBoxed ? 'Boolean' : 'boolean';
    case 'ANY':
      return 'Map<String, Object>';
    case 'LIST':
      return `List<${typeOf(value.of, true)}>`;
    default:
      return value.name;
  }
};

/** How the run time reads and writes a value. */
export const kindOf = (value: ValueFacts): string => {
  switch (value.is) {
    case 'LIST':
      return `Kind.listOf(${kindOf(value.of)})`;
    case 'CODE':
      return `Kind.code(${value.name}::of)`;
    case 'MESSAGE':
      return `Kind.message(() -> ${value.name}.SHAPE)`;
    case 'INSTANT':
      return 'Kind.MOMENT';
    default:
      return `Kind.${value.is}`;
  }
};

/** Names that a type needs from other packages, as a message sees them. */
export const importsOf = (value: ValueFacts): readonly string[] => {
  switch (value.is) {
    case 'LIST':
      return ['java.util.List', ...importsOf(value.of)];
    case 'CODE':
      return [`org.openwaybill.code.${value.name}`];
    case 'ANY':
      return ['java.util.Map'];
    case 'INSTANT':
      return ['org.openwaybill.Moment'];
    default:
      return [];
  }
};

/** The imports of a file, each once and in order. */
export const importText = (names: readonly string[]): string =>
  [...new Set(names)]
    .sort()
    .map((name) => `import ${name};\n`)
    .join('');
