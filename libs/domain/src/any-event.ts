import type { AccountEvent } from './account/index.ts';
import type { AccreditationEvent } from './accreditation/index.ts';
import type { ActionEvent } from './action/index.ts';
import type { AgendaEvent } from './agenda/index.ts';
import type { AttachmentEvent } from './attachment/index.ts';
import type { CalendarEvent } from './calendar/index.ts';
import type { CallEvent } from './call/index.ts';
import type { ChannelEvent } from './channel/index.ts';
import type { ConferenceEvent } from './conference/index.ts';
import type { CredentialEvent } from './credential/index.ts';
import type { DecisionEvent } from './decision/index.ts';
import type { DeliveryEvent } from './delivery/index.ts';
import type { DocumentEvent } from './document/index.ts';
import type { DraftEvent } from './draft/index.ts';
import type { ErasureEvent } from './erasure/index.ts';
import type { GroupingEvent } from './grouping/index.ts';
import type { GuidanceEvent } from './guidance/index.ts';
import type { LedgerEvent } from './ledger/index.ts';
import type { MailboxEvent } from './mailbox/index.ts';
import type { MemberEvent } from './member/index.ts';
import type { PersonEvent } from './person/index.ts';
import type { PracticeEvent } from './practice/index.ts';
import type { ProcedureEvent } from './procedure/index.ts';
import type { ProcessOutcomeEvent } from './process-outcome/index.ts';
import type { ProjectEvent } from './project/index.ts';
import type { ReleaseEvent } from './release/index.ts';
import type { RuleEvent } from './rule/index.ts';
import type { SessionEvent } from './session/index.ts';
import type { StructureEvent } from './structure/index.ts';
import type { TemplateEvent } from './template/index.ts';
import type { ThemeSetEvent } from './theme-set/index.ts';
import type { TopicEvent } from './topic/index.ts';
import type { TranslationEvent } from './translation/index.ts';
import type { WebhookEvent } from './webhook/index.ts';
import type { WorkflowEvent } from './workflow/index.ts';

/** Every fact that the domain can record. */
export type AnyDomainEvent =
  | AccountEvent
  | AccreditationEvent
  | ActionEvent
  | AgendaEvent
  | AttachmentEvent
  | CalendarEvent
  | CallEvent
  | ChannelEvent
  | ConferenceEvent
  | CredentialEvent
  | DecisionEvent
  | DeliveryEvent
  | DocumentEvent
  | DraftEvent
  | ErasureEvent
  | GroupingEvent
  | GuidanceEvent
  | LedgerEvent
  | MailboxEvent
  | MemberEvent
  | PersonEvent
  | PracticeEvent
  | ProcedureEvent
  | ProcessOutcomeEvent
  | ProjectEvent
  | ReleaseEvent
  | RuleEvent
  | SessionEvent
  | StructureEvent
  | TemplateEvent
  | ThemeSetEvent
  | TopicEvent
  | TranslationEvent
  | WebhookEvent
  | WorkflowEvent;
