import type { Cell } from './cells.ts';

/** A sentence about authority, in the words of the body, as a predicate over every cell. */
export interface Sentence {
  readonly says: string;
  /** Where it comes from. */
  readonly from: string;
  /** Cells it speaks of; at least one has to exist. */
  readonly about: (cell: Cell) => boolean;
  /** What it says of each of them. */
  readonly holds: boolean;
}

const memberRoles = ['drafter', 'contact_point', 'delegate', 'alternate'];
const officials = ['contact_point', 'delegate', 'alternate'];
const isMember = ({ role }: Cell): boolean => memberRoles.includes(role);
const isOfficial = ({ role }: Cell): boolean => officials.includes(role);
const gives =
  (...commands: readonly string[]) =>
  ({ command }: Cell): boolean =>
    commands.includes(command);
const as =
  (...roles: readonly string[]) =>
  ({ role }: Cell): boolean =>
    roles.includes(role);
const never = (says: string, from: string, about: Sentence['about']): Sentence => ({ says, from, about, holds: false });
const always = (says: string, from: string, about: Sentence['about']): Sentence => ({ says, from, about, holds: true });

const actors = 'domain.md §3';
const table = 'security.md §3';

const judgement = gives('AcceptTopic', 'DeclineTopic', 'DeferTopic', 'AcceptPractice', 'DeclinePractice');
const submission = gives('SubmitTopic', 'SubmitPractice');
const ownText = gives('AmendTopic', 'AmendPractice', 'WithdrawTopic', 'WithdrawPractice', 'CorrectTopicEntry', 'CorrectPracticeEntry');
const configuration = ['PublishWorkflow', 'MigrateInstance'];
const operation = ['GrantAccreditation', 'EndAccreditation', 'IssueAccessToken', 'RevokeAccessToken', 'AdvanceBusinessClock', 'OpenLedger'];

const accounts = ['InviteAccount', 'ResetAccount', 'CloseAccount'];

/** A command on the account of whoever gives it; whose it is, is looked up when it is given. */
const ownAccount: Sentence['about'] = gives(
  'SetAccountPassword',
  'EnrolAccountSecondFactor',
  'RemoveAccountSecondFactor',
  'LinkAccountIdentity',
  'IssueOwnAccessToken',
  'RevokeOwnAccessToken',
);

export const sentences: readonly Sentence[] = [
  never('An auditor reads everything and writes nothing, but how he signs in.', actors, (cell) => as('auditor')(cell) && !ownAccount(cell)),
  always('Everybody who is accredited sets how he signs in.', 'G13', (cell) => cell.role !== 'process' && ownAccount(cell)),
  never('The program itself signs in nowhere.', 'G13', (cell) => as('process')(cell) && ownAccount(cell)),
  always(
    'Whoever takes part in the work makes links to his calendars, and takes them back.',
    'row E8',
    (cell) =>
      (isMember(cell) || as('observer', 'officer', 'reviser', 'approver', 'chair')(cell)) &&
      gives('IssueCalendarLink', 'RevokeCalendarLink')(cell),
  ),
  never('A drafter submits nothing.', 'row A4', (cell) => as('drafter')(cell) && submission(cell)),
  never('A drafter neither amends nor withdraws what was submitted.', 'row A4', (cell) => as('drafter')(cell) && ownText(cell)),
  always('A drafter may prepare a draft.', 'row A4', (cell) => as('drafter')(cell) && gives('SaveDraft')(cell)),
  always(
    'A contact point, delegate or alternate submits for his own Member.',
    'row A4',
    (cell) => isOfficial(cell) && cell.relation === 'own' && submission(cell) && cell.stage === 'none',
  ),
  never('Nobody submits what has been submitted already.', 'BR-05', (cell) => submission(cell) && cell.stage !== 'none'),
  never('Nobody but the officials of a Member submits.', actors, (cell) => submission(cell) && !isOfficial(cell)),
  never('No Member touches the text of another Member.', table, (cell) => isMember(cell) && cell.relation === 'other' && ownText(cell)),
  never(
    'The Secretariat does not edit a Member’s own text.',
    actors,
    (cell) => as('officer', 'approver', 'reviser', 'chair')(cell) && gives('AmendTopic', 'AmendPractice')(cell),
  ),
  never(
    'The Secretariat does not withdraw for a Member.',
    actors,
    (cell) => as('officer', 'approver', 'chair')(cell) && gives('WithdrawTopic', 'WithdrawPractice')(cell),
  ),
  never('No delegate judges a contribution.', 'BR-10, row B8', (cell) => isMember(cell) && judgement(cell)),
  never('No delegate recommends.', 'row B8', (cell) => isMember(cell) && gives('RecommendTopic')(cell)),
  never(
    'Nothing is decided before it was recommended.',
    'row B8',
    (cell) => gives('AcceptTopic', 'DeclineTopic', 'DeferTopic')(cell) && cell.milestone !== 'recommended',
  ),
  never(
    'Nothing is recommended before it was acknowledged.',
    'row B2',
    (cell) => gives('RecommendTopic')(cell) && ['none', 'submitted'].includes(cell.milestone),
  ),
  never(
    'Nothing is acknowledged twice.',
    'row B2',
    (cell) => gives('AcknowledgeTopic', 'AcknowledgePractice')(cell) && cell.milestone !== 'submitted',
  ),
  always(
    'An officer acknowledges what was submitted in time.',
    'row B2',
    (cell) => as('officer')(cell) && gives('AcknowledgeTopic', 'AcknowledgePractice')(cell) && cell.stage === 'submitted',
  ),
  never(
    'Only the Member that was asked answers a clarification.',
    'row B3',
    (cell) => gives('AnswerTopicClarification', 'AnswerPracticeClarification')(cell) && !(isOfficial(cell) && cell.relation === 'own'),
  ),
  never(
    'A clarification is answered only while one is open.',
    'row B3',
    (cell) => gives('AnswerTopicClarification', 'AnswerPracticeClarification')(cell) && cell.stage !== 'clarification',
  ),
  never(
    'Nobody lets a clarification lapse by hand.',
    'row B3',
    (cell) => gives('LapseTopicClarification', 'LapsePracticeClarification')(cell) && cell.role !== 'process',
  ),
  never(
    'Only the Chair rules on what came late; the program carries a ruling from the agenda to the topic.',
    'BR-12',
    (cell) => gives('RuleOnLateTopic')(cell) && !as('chair', 'process')(cell),
  ),
  never(
    'Only the Chair looks at a decision again at a Member’s request.',
    'BR-10',
    (cell) => gives('GrantTopicReview', 'RefuseTopicReview', 'GrantPracticeReview', 'RefusePracticeReview')(cell) && cell.role !== 'chair',
  ),
  never('A Member does not join its own topic.', 'row A5', (cell) => gives('JoinTopic')(cell) && cell.relation !== 'other'),
  never('Only sponsors leave a topic.', 'row A5', (cell) => gives('LeaveTopic')(cell) && cell.relation !== 'own'),
  never('Nobody ends what has ended.', 'row B1', (cell) => cell.category === 'topic' && cell.milestone === 'ended'),
  never(
    'Only the program carries a merge through.',
    'DESIGN §5',
    (cell) => gives('ReserveTopicMerge', 'AcceptTopicMerge', 'CompleteTopicMerge')(cell) && cell.role !== 'process',
  ),
  never(
    'Nobody consents to a merge for a Member.',
    'row B6',
    (cell) => gives('ConsentToTopicMerge', 'RefuseTopicMerge')(cell) && !isOfficial(cell),
  ),
  never('No officer approves an agenda.', 'BR-17', (cell) => gives('ApproveAgendaVersion')(cell) && cell.role === 'officer'),
  never(
    'No delegate builds, approves or publishes an agenda.',
    actors,
    (cell) =>
      isMember(cell) &&
      gives('AddAgendaHeading', 'AddAgendaItem', 'ProposeAgendaVersion', 'ApproveAgendaVersion', 'PublishAgendaVersion')(cell),
  ),
  always(
    'The approver and the Chair approve what waits for approval.',
    actors,
    (cell) => as('approver', 'chair')(cell) && gives('ApproveAgendaVersion')(cell) && cell.stage === 'proposed',
  ),
  never('Nothing is published that was not approved.', 'BR-16', (cell) => gives('PublishAgendaVersion')(cell) && cell.stage !== 'approved'),
  never(
    'Only the Chair concludes for the body.',
    actors,
    (cell) => gives('ConcludeGuidanceRequest', 'AdoptDecision', 'RejectDecision')(cell) && cell.role !== 'chair',
  ),
  never(
    'The Secretariat does not decide on behalf of the body.',
    actors,
    (cell) => as('officer', 'approver')(cell) && gives('AdoptDecision', 'RejectDecision')(cell),
  ),
  never('Observers object to nothing.', 'BR-20', (cell) => as('observer')(cell) && gives('ObjectToDecision')(cell)),
  always(
    'A head of delegation may object while silence runs.',
    'row D9',
    (cell) => isOfficial(cell) && gives('ObjectToDecision')(cell) && cell.stage === 'silence_running',
  ),
  never(
    'A guidance request that is closed is not closed again.',
    'BR-24',
    (cell) => gives('CloseGuidanceRequest')(cell) && cell.milestone === 'closed',
  ),
  never(
    'Administrators configure and see to no content.',
    table,
    (cell) =>
      as('administrator')(cell) &&
      !ownAccount(cell) &&
      ![...configuration, ...accounts, 'SuspendAccreditation', 'ReinstateAccreditation', 'NominateAccreditation'].includes(cell.command),
  ),
  never(
    'Operators run the program and judge nothing.',
    table,
    (cell) =>
      as('operator')(cell) &&
      (judgement(cell) ||
        gives('RecommendTopic', 'ApproveAgendaVersion', 'PublishAgendaVersion', 'AdoptDecision', 'CloseGuidanceRequest')(cell)),
  ),
  always('Operators grant and end accreditations.', table, (cell) => as('operator')(cell) && operation.includes(cell.command)),
  never(
    'Nobody who acts for a Member configures or operates.',
    table,
    (cell) => isMember(cell) && [...configuration, ...operation].includes(cell.command),
  ),
  never('The data-protection officer touches no content.', table, (cell) => as('data_protection')(cell) && cell.category !== 'general'),
  never(
    'The program itself judges nothing.',
    table,
    (cell) =>
      as('process')(cell) &&
      (judgement(cell) || submission(cell) || gives('RecommendTopic', 'ApproveAgendaVersion', 'AdoptDecision')(cell)),
  ),
  never('Nobody records a deadline by hand.', 'DESIGN §7', (cell) => gives('RecordDeadlinePassed')(cell) && cell.role !== 'process'),
];
