import { expect, test } from 'vitest';
import { codesOf, TEST_ACTION_INPUTS, TestAction, TestActionRequest } from '../src/index.ts';

test('every test action says what its input holds', () => {
  expect(Object.keys(TEST_ACTION_INPUTS)).toEqual(
    expect.arrayContaining(Object.keys(codesOf(TestAction))),
  );
});

test('the input has the members that an action takes, and no others', () => {
  const taken = new Set(Object.values(TEST_ACTION_INPUTS).flatMap((input) => Object.keys(input)));
  const known = Object.keys(TestActionRequest.properties.input.properties);
  expect([...taken].sort()).toEqual(known.sort());
});
