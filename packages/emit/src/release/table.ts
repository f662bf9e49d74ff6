import type { Text } from '@openwaybill/schemas';
import type { Artefacts, Emitter } from '../artefacts.ts';
import { codeLists } from '../code-lists.ts';
import { contract } from '../contract.ts';
import { typeDeclarations } from '../declarations.ts';
import { diagrams } from '../diagrams.ts';
import { CROSSWALKS } from '../document/crosswalks-annex.ts';
import { printedDocument } from '../document/document.ts';
import { examples } from '../examples.ts';
import { schemas } from '../json-schema.ts';
import { jtd } from '../jtd.ts';
import { lifecycles } from '../lifecycles.ts';
import { migration } from '../migration/guides.ts';
import { policy } from '../policy.ts';
import { privacyPage } from '../privacy-page.ts';
import { problems } from '../problems.ts';
import { requirementClasses } from '../requirement-classes.ts';
import { requirements } from '../requirements.ts';
import { ruleLayer } from '../rules.ts';
import { skos } from '../skos.ts';
import { vectors } from '../vectors.ts';
import { asyncApiDocuments } from './async-documents.ts';
import { changelogs } from './changelog.ts';
import { diffFromPrevious } from './diff-from-previous.ts';
import { editors } from './editors.ts';
import { errata } from './errata.ts';
import { openApiDocuments } from './open-documents.ts';
import { qualityReport } from './quality-report.ts';
import { messagePages, readingTexts } from './reading.ts';
import type { Release, ReleaseEmitter } from './release.ts';

/** A kind of artefact of a release: what it is, whether it binds, and the function that writes its files. */
export type ArtefactKind = {
  readonly name: string;
  readonly title: Text;
  readonly isNormative: boolean;
  /** `before` is what the rows before it wrote. */
  readonly emit: (release: Release, before: Artefacts) => Artefacts;
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
 * Everything that a release folder holds; a file that no row writes is none of a release. What rooms beside this one make
 * comes by a row of `handedIn`. Prints in PDF are made of the document by a browser, and have a manifest of their own.
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
    name: 'asyncapi',
    title: { en: 'AsyncAPI documents', zh: 'AsyncAPI 文档' },
    isNormative: true,
    emit: asyncApiDocuments,
  },
  {
    name: 'code-lists',
    title: { en: 'code lists', zh: '代码表' },
    isNormative: true,
    emit: fromRegistry(codeLists),
  },
  {
    name: 'skos',
    title: { en: 'code lists as SKOS', zh: 'SKOS 形式的代码表' },
    isNormative: false,
    emit: fromRegistry(skos),
  },
  {
    name: 'examples',
    title: { en: 'examples, valid and invalid', zh: '有效与无效示例' },
    isNormative: false,
    emit: fromRegistry(examples),
  },
  {
    name: 'lifecycles',
    title: { en: 'lifecycles', zh: '生命周期' },
    isNormative: true,
    emit: fromRegistry(lifecycles),
  },
  {
    name: 'diagrams',
    title: { en: 'diagrams of the lifecycles', zh: '生命周期图' },
    isNormative: false,
    emit: fromRegistry(diagrams),
  },
  {
    name: 'requirements',
    title: { en: 'the set of requirements', zh: '要求集' },
    isNormative: true,
    emit: fromRegistry(requirements),
  },
  {
    name: 'conformance-classes',
    title: { en: 'conformance classes', zh: '符合性类别' },
    isNormative: true,
    emit: fromRegistry(requirementClasses),
  },
  {
    name: 'problems',
    title: { en: 'the closed table of problems', zh: '问题码表' },
    isNormative: true,
    emit: fromRegistry(problems),
  },
  {
    name: 'rules',
    title: { en: 'rules that no schema can say', zh: '模式之外的规则' },
    isNormative: true,
    emit: fromRegistry(ruleLayer),
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
    name: 'portal',
    title: { en: 'the standard as pages in both languages', zh: '中英文标准网站' },
    isNormative: false,
    emit: handedIn('docs'),
  },
  {
    name: 'crosswalks',
    title: { en: 'codes of other vocabularies', zh: '其他代码体系的对照' },
    isNormative: false,
    emit: handedIn(CROSSWALKS),
  },
  {
    name: 'errata',
    title: { en: 'errata of this version', zh: '本版本勘误' },
    isNormative: true,
    emit: errata,
  },
  {
    name: 'changelogs',
    title: { en: 'what came, went and changed', zh: '变更记录' },
    isNormative: false,
    emit: changelogs,
  },
  {
    name: 'diff',
    title: { en: 'comparison with the release before', zh: '与上一版本的比较' },
    isNormative: false,
    emit: diffFromPrevious,
  },
  {
    name: 'migration',
    title: { en: 'guides for who comes from elsewhere', zh: '迁移指南' },
    isNormative: false,
    emit: migration,
  },
  {
    name: 'types',
    title: { en: 'types for TypeScript without tools', zh: '无需工具的 TypeScript 类型' },
    isNormative: false,
    emit: fromRegistry(typeDeclarations),
  },
  {
    name: 'jtd',
    title: { en: 'JSON Type Definition', zh: 'JSON Type Definition' },
    isNormative: false,
    emit: fromRegistry(jtd),
  },
  {
    name: 'messages',
    title: { en: 'one page a message', zh: '每条报文一页' },
    isNormative: false,
    emit: messagePages,
  },
  {
    name: 'reading',
    title: { en: 'texts for programs that read', zh: '供程序阅读的文本' },
    isNormative: false,
    emit: readingTexts,
  },
  {
    name: 'editors',
    title: { en: 'catalog and settings for editors', zh: '编辑器目录与设置' },
    isNormative: false,
    emit: editors,
  },
  {
    name: 'document',
    title: { en: 'the standard as a document', zh: '标准文本' },
    isNormative: false,
    emit: printedDocument,
  },
  {
    name: 'quality',
    title: { en: 'what was found out about the release', zh: '发布质量报告' },
    isNormative: false,
    // the last: it counts the links of all others
    emit: qualityReport,
  },
];
