import {
  type CapabilityDocument,
  type ClaimFile,
  ClaimFileForm,
  misfitsOf,
} from '@openwaybill/conformance';
import type { Complaint } from '../complaint.ts';
import type { Io } from '../io.ts';
import { readJsonFile } from '../read-json-file.ts';
import type { CheckCommandOptions, RunSettings } from './options.ts';
import { misfitComplaint } from './read-config.ts';

/** The claim file of a run, where one is named; it is in its form, or told. */
export const readClaimFile = async (
  { claim: path }: Pick<RunSettings, 'claim'>,
  io: Io,
): Promise<{ readonly file?: ClaimFile } | { readonly complaint: Complaint }> => {
  if (path === undefined) return {};
  const read = await readJsonFile<ClaimFile>(io, path);
  if ('complaint' in read) return read;
  const misfits = misfitsOf(ClaimFileForm, read.value);
  return misfits.length === 0
    ? { file: read.value }
    : { complaint: misfitComplaint(path, read.text, misfits, ClaimFileForm) };
};

/** Whether the owner of a system in production says so twice: on the command line, and in a claim file with its party id. */
export const isOwnProduction = (
  { productionIOwnThis }: Pick<CheckCommandOptions, 'productionIOwnThis'>,
  file: ClaimFile | undefined,
  { organisation }: Pick<CapabilityDocument, 'organisation'>,
): boolean =>
  productionIOwnThis === true &&
  [file?.partyId, file?.document?.organisation.partyId].includes(organisation.partyId);
