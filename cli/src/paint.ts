import { styleText } from 'node:util';
import type { Paint } from '@openwaybill/conformance';

const STYLES = { good: 'green', bad: 'red', warn: 'yellow', quiet: 'dim', strong: 'bold' } as const;

/** Colour where standard output is a terminal that takes it, and nowhere else. */
export const paint: Paint = (style, text) => styleText(STYLES[style], text);
