import type { Static } from '@sinclair/typebox';
import { statesAsCodes } from '../define/index.ts';
import { interruptionNoticeLifecycle } from './interruption-notice-lifecycle.ts';

/** States of an interruption notice. */
export const NoticeStatus = statesAsCodes('NoticeStatus', interruptionNoticeLifecycle);
export type NoticeStatus = Static<typeof NoticeStatus>;
