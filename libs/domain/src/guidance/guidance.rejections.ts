import type { ReasonMissing } from '../kernel/index.ts';

export type GuidanceRejection =
  | ReasonMissing
  | { readonly code: 'text.no_language' }
  | { readonly code: 'guidance.not_quoted'; readonly guidance: string }
  | { readonly code: 'guidance.already_issued'; readonly guidance: string }
  | { readonly code: 'guidance.not_issued' }
  | { readonly code: 'guidance.already_open'; readonly call: string }
  | { readonly code: 'guidance.wrong_stage'; readonly stage: string; readonly needed: string }
  | { readonly code: 'guidance.no_addressee' }
  | { readonly code: 'guidance.not_addressee'; readonly member: string }
  | { readonly code: 'guidance.contribution_not_found' }
  | { readonly code: 'guidance.contribution_answers_another'; readonly guidance: string }
  | { readonly code: 'guidance.expects_other_contribution'; readonly guidance: string; readonly expects: string }
  | { readonly code: 'guidance.member_has_answered'; readonly member: string }
  /** Lists contributions that are not linked to the request. */
  | { readonly code: 'guidance.response_not_linked'; readonly contributions: readonly string[] }
  | { readonly code: 'guidance.session_unknown'; readonly session: string }
  | { readonly code: 'guidance.session_not_opened'; readonly session: string }
  | { readonly code: 'guidance.session_not_later'; readonly session: string }
  | { readonly code: 'guidance.evidence_missing' }
  /** BR-24 */
  | { readonly code: 'guidance.not_reported'; readonly session: string }
  | { readonly code: 'guidance.not_concluded'; readonly needed: string }
  | { readonly code: 'guidance.concluder_cannot_close' }
  /** Lists contributions whose result has not gone back to their Member. */
  | { readonly code: 'guidance.result_not_returned'; readonly contributions: readonly string[] }
  | { readonly code: 'guidance.too_few_responses'; readonly needed: number; readonly answered: number }
  | { readonly code: 'guidance.addressees_waiting'; readonly members: readonly string[] }
  | { readonly code: 'guidance.scope_empty' }
  | { readonly code: 'guidance.supersedes_itself' }
  | { readonly code: 'guidance.not_dormant'; readonly lastActivityAt: string }
  | { readonly code: 'guidance.no_enquiry' };
