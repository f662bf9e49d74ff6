import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineOperation,
  ListOf,
  Optional,
  ORGANISATION_ROLES,
  Part,
  Ref,
  SERVING_ROLES,
  words,
} from '../define/index.ts';
import { TestAction, TestCommand } from './test-control-codes.ts';

export const TestControls = Closed(
  'TestControls',
  { en: 'Test controls', zh: '测试控制清单' },
  { en: 'Which commands a sandbox offers.', zh: '沙箱所提供的命令。' },
  {
    commands: ListOf(
      Part({
        name: Ref(TestCommand),
        actions: Optional(
          ListOf(Ref(TestAction), 0, 50, {
            uniqueItems: true,
            ...words(
              { en: 'Actions', zh: '动作' },
              { en: 'Of the command ACTIONS.', zh: 'ACTIONS 命令的动作。' },
            ),
          }),
        ),
      }),
      0,
      20,
      words({ en: 'Commands', zh: '命令' }, { en: 'That it offers.', zh: '所提供的命令。' }),
    ),
  },
);
export type TestControls = Static<typeof TestControls>;

export const listTestControls = defineOperation({
  name: 'list-test-controls',
  since: '1.0',
  title: { en: 'List the test controls', zh: '列出测试控制' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'GET',
  path: '/v1/test-controls',
  answer: { status: 200, body: TestControls },
  problems: ['NOT_FOUND'],
  agreement: 'none',
  class: 'test-control',
  requirements: [],
  examples: {
    answer: {
      valid: {
        'a clock and two actions': {
          commands: [
            { name: 'CLOCK' },
            { name: 'ACTIONS', actions: ['SUBMIT_ORDER', 'CREATE_WAYBILL'] },
          ],
        },
      },
      invalid: {
        'commands are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'a command is unknown': {
          value: { commands: [{ name: 'SHELL' }] },
          breaks: { pointer: '/commands/0/name', rule: 'enum' },
        },
        'a clock has no actions': {
          value: { commands: [{ name: 'CLOCK', actions: ['SUBMIT_ORDER'] }] },
          breaks: { pointer: '/commands/0/actions', rule: 'DSC-021', requirement: 'DSC-021' },
        },
      },
    },
  },
});
