import { REPORTS } from '@openwaybill/conformance';
import { expect, test } from 'vitest';
import { REPORT_OPTIONS } from '../src/report/report-options.ts';

test('every report of the suite is an option, and no other', () => {
  expect(Object.keys(REPORT_OPTIONS)).toEqual(Object.keys(REPORTS));
});
