import type { ApiClient } from './client.ts';

/** Tokens of everybody who takes part. */
export interface People {
  readonly operator: string;
  readonly triage: string;
  readonly decider: string;
  readonly editor: string;
  readonly approver: string;
  readonly drafter: (member: string) => string;
  readonly delegate: (member: string) => string;
}

const accredit = async (client: ApiClient, operator: string, role: string, member: string | null): Promise<string> => {
  const { id } = await client.post(operator, '/accreditations', { role, member, validFrom: null, validUntil: null, language: 'en' });
  const { token } = await client.post(operator, `/accreditations/${id}/tokens`, {
    label: `${role} ${member ?? 'Secretariat'}`,
    expiresAt: null,
  });
  if (token === null) throw new Error(`no token for ${role}`);
  return token;
};

const lookUp =
  (tokens: ReadonlyMap<string, string>) =>
  (member: string): string => {
    const token = tokens.get(member);
    if (token === undefined) throw new Error(`nobody is accredited for ${member}`);
    return token;
  };

/** Accredits the Secretariat, the approver, and a drafter and a delegate for each Member that takes part. */
export const accreditPeople = async (client: ApiClient, operator: string, members: readonly string[]): Promise<People> => {
  const drafters = new Map<string, string>();
  const delegates = new Map<string, string>();
  for (const member of members) {
    drafters.set(member, await accredit(client, operator, 'drafter', member));
    delegates.set(member, await accredit(client, operator, 'delegate', member));
  }
  return {
    operator,
    triage: await accredit(client, operator, 'officer', null),
    decider: await accredit(client, operator, 'officer', null),
    editor: await accredit(client, operator, 'officer', null),
    approver: await accredit(client, operator, 'approver', null),
    drafter: lookUp(drafters),
    delegate: lookUp(delegates),
  };
};
