import type { AnnualReport } from './annual-report.ts';
import type { ConformanceCertificate } from './conformance-certificate.ts';
import type { KeyRegistration } from './key-registration.ts';
import type { LicenceApplication } from './licence-application.ts';
import type { LicenceRecord } from './licence-record.ts';
import type { PartyRegistration } from './party-registration.ts';

const COURIER = '91210200MA0000002Q';
const DIGEST = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const stored = {
  revision: 1,
  createdAt: '2026-11-02T09:00:00+08:00',
  updatedAt: '2026-11-02T09:00:00+08:00',
};

export const courierParty: PartyRegistration = {
  partyId: COURIER,
  name: '样例快递',
  roles: ['courier'],
  endpoints: [
    { role: 'courier', capabilityUrl: 'https://courier.example/.well-known/openwaybill' },
  ],
  contactDesk: {
    name: '运行值班台',
    phone: '400-000-0000',
    url: 'https://courier.example/status',
  },
  status: 'REGISTERED',
  ...stored,
};

export const courierLicence: LicenceRecord = {
  licenceNo: '辽邮20260001',
  partyId: COURIER,
  scope: '国内快递（大连市）',
  regionCodes: ['210200'],
  validFromOn: '2026-01-01',
  validToOn: '2030-12-31',
  status: 'VALID',
  ...stored,
};

export const renewal: LicenceApplication = {
  applicationId: '019398a0-0000-7000-8000-00000000e001',
  partyId: COURIER,
  kind: 'RENEWAL',
  regionCodes: ['210200'],
  documents: [
    {
      attachmentId: '019398a0-0000-7000-8000-00000000e101',
      mediaType: 'application/pdf',
      sha256: DIGEST,
      sizeBytes: 48_213,
    },
  ],
  status: 'SUBMITTED',
  ...stored,
};

export const report2025: AnnualReport = {
  reportId: '019398a0-0000-7000-8000-00000000e002',
  partyId: COURIER,
  year: 2025,
  parcelCount: 12_480_331,
  outletCount: 214,
  staffCount: 1875,
  vehicleCount: 402,
  incidentCount: 3,
  ...stored,
};

export const newKeys: KeyRegistration = {
  registrationId: '019398a0-0000-7000-8000-00000000e003',
  partyId: COURIER,
  jwksUrl: 'https://courier.example/v1/keys',
  keyIds: ['sig-2026-11'],
  validFromAt: '2026-12-01T00:00:00+08:00',
  ...stored,
};

export const certificate: ConformanceCertificate = {
  certificateId: '019398a0-0000-7000-8000-00000000e004',
  partyId: COURIER,
  software: { name: 'parcel-core', version: '7.2.0' },
  claims: [{ role: 'courier', conformanceClass: 'core' }],
  requirementSet: '1.0.0',
  reportSha256: DIGEST,
  issuedOn: '2026-11-02',
  expiresOn: '2027-11-01',
  ...stored,
};
