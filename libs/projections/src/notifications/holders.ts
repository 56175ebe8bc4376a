import type { AccreditationGrant, NoticeReach } from '../../../domain/src/index.ts';
import { memberRoles } from '../../../domain/src/index.ts';
import type { Envelope } from '../projection.port.ts';
import type { ReadDatabase, ReadModelTransaction } from '../storage/read-database.ts';

/** Somebody who may be told, by pseudonym. */
export interface NoticeHolder {
  readonly accreditationId: string;
  readonly member: string | null;
  readonly role: string;
  readonly language: 'en' | 'fr';
}

interface HolderRow {
  readonly accreditation_id: string;
  readonly member: string | null;
  readonly role: string;
  readonly language: 'en' | 'fr';
}

const isGrant = (data: object): data is AccreditationGrant => 'accreditationId' in data && 'validFrom' in data;

const statuses: Readonly<Record<string, string>> = {
  AccreditationSuspended: 'suspended',
  AccreditationReinstated: 'accredited',
  AccreditationEnded: 'ended',
};

/** Keeps who is accredited; the nominated are not yet. */
export const keepHolder = (tx: ReadModelTransaction, event: { readonly type: string; readonly data: object } & Envelope): void => {
  const { type } = event;
  if (!type.startsWith('Accreditation')) return;
  const { data } = event;
  if ((type === 'AccreditationGranted' || type === 'AccreditationDelegated') && isGrant(data)) {
    const { accreditationId, role, member, validFrom, validUntil, language } = data;
    const sql = "INSERT OR REPLACE INTO notice_holder VALUES (?, ?, ?, ?, ?, ?, 'accredited')";
    tx.run(sql, accreditationId, member, role, language, validFrom, validUntil);
    return;
  }
  const status = statuses[type];
  if (status !== undefined && 'accreditationId' in data)
    tx.run('UPDATE notice_holder SET status = ? WHERE accreditation_id = ?', status, String(data.accreditationId));
};

const select = `
  SELECT accreditation_id, member, role, language FROM notice_holder
  WHERE status = 'accredited' AND valid_from <= ? AND (valid_until IS NULL OR valid_until > ?) AND role IN (SELECT value FROM json_each(?))`;

const toHolder = ({ accreditation_id: accreditationId, ...row }: HolderRow): NoticeHolder => ({ accreditationId, ...row });

/** Everybody who may act at an instant and is within reach, by accreditation. */
export const holdersWithin = (db: ReadDatabase, reach: NoticeReach, at: string): readonly NoticeHolder[] => {
  if (reach.kind === 'nobody') return [];
  const roles = JSON.stringify(reach.kind === 'secretariat' ? reach.roles : memberRoles);
  const among = (condition: string, ...cells: readonly string[]): readonly NoticeHolder[] =>
    db.all<HolderRow>(`${select} AND ${condition} ORDER BY accreditation_id`, at, at, roles, ...cells).map(toHolder);
  if (reach.kind === 'secretariat') return among('member IS NULL');
  if (reach.members === null) return among('member IS NOT NULL');
  return among('member IN (SELECT value FROM json_each(?))', JSON.stringify(reach.members));
};
