import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation } from '../define/index.ts';
import { reusableBoxDeclaration } from './_examples.ts';
import { declarationMembers, PackagingDeclaration } from './packaging-declaration.ts';

export const PackagingDeclarationSubmission = Closed(
  'PackagingDeclarationSubmission',
  { en: 'Submission of a declaration of packaging', zh: '包装申报提交' },
  {
    en: 'Says what the packaging of one package is made of.',
    zh: '申报单个包裹的包装构成。',
  },
  declarationMembers,
);
export type PackagingDeclarationSubmission = Static<typeof PackagingDeclarationSubmission>;

const [box, label] = reusableBoxDeclaration.components;
const bag: PackagingDeclarationSubmission = {
  ...reusableBoxDeclaration,
  declarationId: '019398a0-0000-7000-8000-0000000000d2',
  components: [
    {
      kind: 'BAG',
      material: 'PLASTIC_BIO',
      weightGrams: 18,
      recycledPercent: 0,
      thicknessMicrometres: 60,
    },
  ],
  packClass: 'C_BIODEGRADABLE',
  isSecondPackaging: true,
};

export const declarePackaging = defineOperation({
  name: 'declare-packaging',
  since: '1.0',
  title: { en: 'Declare packaging', zh: '申报包装' },
  description: {
    en: 'The same declarationId with the same content answers what is stored, with 200.',
    zh: '相同 declarationId 且内容相同者返回已存结果，状态码 200。',
  },
  servedBy: ['platform'],
  calledBy: ['courier', 'merchant', 'warehouse'],
  method: 'POST',
  path: '/v1/packaging-declarations',
  request: PackagingDeclarationSubmission,
  answer: { status: 201, also: [200], body: PackagingDeclaration },
  problems: ['DUPLICATE', 'RULE_VIOLATION'],
  requirements: [],
  examples: {
    request: {
      valid: { 'a reusable box': reusableBoxDeclaration, 'a degradable bag': bag },
      invalid: {
        'nothing around the goods': {
          value: { ...bag, components: [] },
          breaks: { pointer: '/components', rule: 'minItems' },
        },
        'a material of no list': {
          value: { ...bag, components: [{ ...label, material: 'GLASS' }] },
          breaks: { pointer: '/components/0/material', rule: 'enum' },
        },
        'a box that weighs nothing': {
          value: { ...reusableBoxDeclaration, components: [{ ...box, weightGrams: 0 }] },
          breaks: { pointer: '/components/0/weightGrams', rule: 'minimum' },
        },
        'class A without anything to use again': {
          value: { ...bag, packClass: 'A_REUSABLE' },
          breaks: { pointer: '/packClass', rule: 'DSC-023', requirement: 'DSC-023' },
        },
      },
    },
  },
});
