import { commands, type Environment } from '../../libs/application/src/index.ts';
import { accreditableRoles, type MemberCode, type Role } from '../../libs/domain/src/index.ts';
import { CannotStart } from '../standalone/data-dir.ts';
import { operatorContext } from './open-record.ts';

export interface TokenWish {
  readonly role: string;
  readonly member: string | null;
  readonly language: 'en' | 'fr';
  readonly label: string;
}

export interface MadeToken {
  readonly accreditationId: string;
  readonly role: string;
  readonly member: string | null;
  readonly token: string;
}

const roleFrom = (text: string): Role => {
  const role = accreditableRoles.find((candidate) => candidate === text);
  if (role === undefined)
    throw new CannotStart(`--role must be one of ${accreditableRoles.join(', ')}, found "${text}".`, { exitCode: 64 });
  return role;
};

/** Accredits somebody and makes a bearer token for the accreditation; the token is shown this once. @throws CannotStart when it is refused */
export const makeToken = async (env: Environment, { role, member, language, label }: TokenWish): Promise<MadeToken> => {
  const grant = { role: roleFrom(role), member: member as MemberCode | null, validFrom: null, validUntil: null, language };
  const granted = await commands.grantAccreditation.run(env, grant, operatorContext());
  if (granted.kind !== 'done')
    throw new CannotStart(`The accreditation was refused: ${granted.kind === 'refused' ? granted.rejection.code : granted.kind}.`);
  const accreditationId = granted.answer.id;
  const issued = await commands.issueAccessToken.run(env, { accreditationId, label, expiresAt: null }, operatorContext());
  if (issued.kind !== 'done' || issued.answer.token === undefined) throw new CannotStart('The token was refused.');
  return { accreditationId, role, member, token: issued.answer.token };
};
