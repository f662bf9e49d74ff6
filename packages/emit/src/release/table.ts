import type { Text } from '@openwaybill/schemas';
import type { Emitter } from '../artefacts.ts';
import { codeLists } from '../code-lists.ts';
import { contract } from '../contract.ts';
import { schemas } from '../json-schema.ts';
import { lifecycles } from '../lifecycles.ts';
import { policy } from '../policy.ts';
import { privacyPage } from '../privacy-page.ts';
import { problems } from '../problems.ts';
import { requirements } from '../requirements.ts';
import { vectors } from '../vectors.ts';
import { errata } from './errata.ts';
import { openApiDocuments } from './openapi-documents.ts';
import type { ReleaseEmitter } from './release.ts';

/** A kind of artefact of a release: what it is, whether it binds, and the function that writes its files. */
export type ArtefactKind = {
  readonly name: string;
  readonly title: Text;
  readonly isNormative: boolean;
  readonly emit: ReleaseEmitter;
};

/** An emitter that needs no more of a release than its registry. */
const fromRegistry =
  (emitter: Emitter): ReleaseEmitter =>
  ({ registry }) =>
    emitter(registry);

/** Files below a folder that another room makes and the command line hands in. */
const handedIn =
  (folder: string): ReleaseEmitter =>
  (release) =>
    new Map([...release.handedIn].filter(([path]) => path.startsWith(`${folder}/`)));

/**
 * Everything that a release folder holds; a file that no row writes is none of a release. Pages and prints of the
 * standard are made by a room beside this one, and come by a row of `handedIn` like the scenarios.
 */
export const ARTEFACTS: readonly ArtefactKind[] = [
  {
    name: 'contract',
    title: { en: 'the registry as data', zh: '登记表数据' },
    isNormative: true,
    emit: fromRegistry(contract),
  },
  {
    name: 'schemas',
    title: { en: 'JSON Schemas in both forms, and bundles', zh: '两种形式的 JSON Schema 及合集' },
    isNormative: true,
    emit: fromRegistry(schemas),
  },
  {
    name: 'openapi',
    title: { en: 'OpenAPI documents 3.1 and 3.0', zh: 'OpenAPI 3.1 与 3.0 文档' },
    isNormative: true,
    emit: openApiDocuments,
  },
  {
    name: 'code-lists',
    title: { en: 'code lists', zh: '代码表' },
    isNormative: true,
    emit: fromRegistry(codeLists),
  },
  {
    name: 'lifecycles',
    title: { en: 'lifecycles', zh: '生命周期' },
    isNormative: true,
    emit: fromRegistry(lifecycles),
  },
  {
    name: 'requirements',
    title: { en: 'the set of requirements', zh: '要求集' },
    isNormative: true,
    emit: fromRegistry(requirements),
  },
  {
    name: 'problems',
    title: { en: 'the closed table of problems', zh: '问题码表' },
    isNormative: true,
    emit: fromRegistry(problems),
  },
  {
    name: 'policy',
    title: { en: 'views by role, purpose and stage', zh: '按角色、目的与阶段划分的视图' },
    isNormative: true,
    emit: fromRegistry((registry) => new Map([...policy(registry), ...privacyPage(registry)])),
  },
  {
    name: 'vectors',
    title: { en: 'vectors of the masks', zh: '脱敏测试向量' },
    isNormative: true,
    emit: fromRegistry(vectors),
  },
  {
    name: 'scenarios',
    title: { en: 'lives of parcels in virtual time', zh: '虚拟时间中的快件场景' },
    isNormative: false,
    emit: handedIn('scenarios'),
  },
  {
    name: 'errata',
    title: { en: 'errata of this version', zh: '本版本勘误' },
    isNormative: true,
    emit: errata,
  },
];
