import type { CommandName } from '../../../../libs/application/src/index.ts';
import type { Role } from '../../../../libs/domain/src/index.ts';
import type { FormEntry, PageEntry } from '../../page-routes.ts';

/** Who speaks or drafts for a Member. */
export const memberRoles: readonly Role[] = ['contact_point', 'delegate', 'alternate', 'drafter'];

const page = (path: string, more: Partial<PageEntry> = {}): PageEntry => ({
  kind: 'page',
  path,
  area: 'delegate',
  roles: memberRoles,
  ...more,
});

const form = (path: string, ...gives: readonly CommandName[]): FormEntry => ({ kind: 'form', path, area: 'delegate', gives });

/** What a Member's people see and send. */
export const delegatePages = {
  home: page('/home', { nav: { en: 'Home', fr: 'Accueil' } }),
  newTopic: page('/contributions/new-topic', { nav: { en: 'Suggest a topic', fr: 'Proposer un thème' } }),
  newPractice: page('/contributions/new-practice', { nav: { en: 'Share a practice', fr: 'Partager une pratique' } }),
  draft: page('/drafts/:draftId', { hasPast: false }),
  contribution: page('/contributions/:contributionId', { roles: 'everybody' }),
  comments: page('/agendas/:agendaId/comments', { roles: [...memberRoles, 'observer', 'officer', 'approver', 'chair', 'auditor'] }),
} as const;

export const delegateForms = {
  newTopic: form('/contributions/new-topic', 'saveDraft'),
  newPractice: form('/contributions/new-practice', 'saveDraft'),
  saveDraft: form('/drafts/:draftId', 'saveDraft', 'releaseDraft'),
  discardDraft: form('/drafts/:draftId/discard', 'discardDraft'),
  suggestions: form('/contributions/suggestions'),
  answer: form('/contributions/:contributionId/answer', 'answerTopicClarification', 'answerPracticeClarification'),
  confirm: form('/contributions/:contributionId/confirm', 'confirmTopicEntry', 'confirmPracticeEntry'),
  consent: form('/contributions/:contributionId/consent', 'consentToTopicMerge'),
  refuse: form('/contributions/:contributionId/refuse', 'refuseTopicMerge'),
  join: form('/contributions/:contributionId/join', 'joinTopic'),
  leave: form('/contributions/:contributionId/leave', 'leaveTopic'),
  amend: form('/contributions/:contributionId/amend', 'amendTopic', 'amendPractice', 'correctTopicEntry', 'correctPracticeEntry'),
  withdraw: form('/contributions/:contributionId/withdraw', 'withdrawTopic', 'withdrawPractice'),
  comment: form('/agendas/:agendaId/comments', 'commentOnAgenda'),
  cosign: form('/agendas/:agendaId/comments/:commentId/cosign', 'cosignAgendaComment'),
  takeBack: form('/agendas/:agendaId/comments/:commentId/take-back', 'withdrawAgendaComment'),
} as const;
