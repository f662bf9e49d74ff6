import { registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { gate, generated } from '../_gate.ts';

test.each(gate.components.filter((name) => registry.schemas.has(name)))(
  'the twin judges 200 instances of %s as the document does',
  (name) => {
    expect(gate.judge(name, generated(name, 200)).differences).toEqual([]);
  },
);
