import { type Role, registry } from '@openwaybill/schemas';
import type { Session } from './session.ts';

/** The capability document of the runner's own interface: its roles, and everything that the system may want. */
export const peerCapabilities = (
  session: Session,
  roles: readonly Role[],
  url: string,
): Readonly<Record<string, unknown>> => {
  const examples = Object.values(
    registry.schemas.get('CapabilityDocument')?.examples.valid ?? {},
  ) as readonly Readonly<Record<string, unknown>>[];
  const example =
    examples.find(({ claims }) =>
      (claims as readonly { readonly role: Role }[]).some((one) => one.role === roles[0]),
    ) ?? examples[0];
  if (example === undefined)
    throw new Error('the registry has no example of a capability document');
  const { testControl: _none, ...rest } = example;
  const { partyId, name } = session.credentials.runner;
  const types = registry.events.map(({ type }) => type);
  return {
    ...rest,
    environment: 'SANDBOX',
    organisation: { partyId, name: name ?? 'Conformance runner' },
    claims: roles.map((role) => ({
      role,
      conformanceClass: 'core',
      modules: registry.modules.map(({ name: module }) => module),
      requirementSet: '1.0.0',
    })),
    limits: { ...(rest.limits as object), unknownMembers: 'STRICT' },
    endpoints: {
      api: url,
      token: `${url}/oauth/token`,
      keys: `${url}/v1/keys`,
      eventInbox: `${url}/v1/event-inbox`,
    },
    events: { sends: types, receives: types },
  };
};
