import { ownReference } from '../consignees/own-reference.ts';
import { subjectAccessOf } from '../consignees/subject-access.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';

export const getSubjectAccess: Behaviour = async (call) => {
  const { system, unit, now, path } = call;
  const { entry } = await ownReference(unit, callerOf(call), path.consigneeRef ?? '', now);
  return { status: 200, body: await subjectAccessOf(system, unit, now, entry) };
};
