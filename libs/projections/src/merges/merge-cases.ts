import type { Bilingual, CodedReason, Instant } from '../../../domain/src/index.ts';
import type { Cell, ReadDatabase } from '../storage/read-database.ts';
import type { MergeCase, MergeConsent, MergeStatus } from '../views.ts';

interface CaseRow {
  readonly merge_id: string;
  readonly source_id: string;
  readonly target_id: string;
  readonly status: MergeStatus;
  readonly reason: string;
  readonly asked: string;
  readonly answers: string;
  readonly proposed_by: string;
  readonly proposed_at: string;
  readonly reserved_at: string | null;
  readonly ended: string | null;
}

type Answer = Pick<MergeConsent, 'member' | 'answer' | 'at' | 'reason'>;

const consentsOf = ({ asked, answers }: CaseRow, names: Readonly<Record<string, Bilingual>>): readonly MergeConsent[] => {
  const said = JSON.parse(answers) as readonly Answer[];
  return (JSON.parse(asked) as readonly string[]).map((member) => {
    const memberName = names[member] ?? { en: member, fr: member };
    const answer = said.findLast((one) => one.member === member);
    return answer === undefined ? { member, memberName, answer: 'waiting', at: null, reason: null } : { ...answer, memberName };
  });
};

/** Some proposals, the last one first. @param where  SQL condition on `merge_case` */
export const mergeCases = (
  db: ReadDatabase,
  names: Readonly<Record<string, Bilingual>>,
  where: string,
  ...cells: readonly Cell[]
): readonly MergeCase[] =>
  db.all<CaseRow>(`SELECT * FROM merge_case WHERE ${where} ORDER BY n DESC`, ...cells).map((row) => ({
    mergeId: row.merge_id,
    sourceId: row.source_id,
    targetId: row.target_id,
    status: row.status,
    reason: JSON.parse(row.reason) as CodedReason,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at as Instant,
    consents: consentsOf(row, names),
    reservedAt: row.reserved_at as Instant | null,
    end: row.ended === null ? null : (JSON.parse(row.ended) as MergeCase['end']),
  }));
