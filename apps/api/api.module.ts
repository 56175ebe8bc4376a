import { Module, type DynamicModule } from '@nestjs/common';
import { ApplicationModule, type Environment } from '../../libs/application/src/index.ts';
import { Gateway } from './gateway.ts';
import { HealthController } from './health.controller.ts';
import { Metrics } from './metrics.ts';
import { OpenApiController } from './openapi.controller.ts';
import { AccessTokensController } from './resources/access-tokens.controller.ts';
import { AccountsController } from './resources/accounts.controller.ts';
import { AccreditationsController } from './resources/accreditations.controller.ts';
import { AccreditationStagesController } from './resources/accreditation-stages.controller.ts';
import { ActionsController } from './resources/actions.controller.ts';
import { AgendaBuildingController } from './resources/agenda-building.controller.ts';
import { AgendaItemsController } from './resources/agenda-items.controller.ts';
import { AgendaFreezeController } from './resources/agenda-freeze.controller.ts';
import { AgendaProgrammeController } from './resources/agenda-programme.controller.ts';
import { AgendaReadingController } from './resources/agenda-reading.controller.ts';
import { AgendaCirculationController } from './resources/agenda-circulation.controller.ts';
import { SignInController } from './resources/sign-in.controller.ts';
import { SessionStagesController } from './resources/session-stages.controller.ts';
import { ConferenceStagesController } from './resources/conference-stages.controller.ts';
import { AgendasController } from './resources/agendas.controller.ts';
import { AttachmentsController } from './resources/attachments.controller.ts';
import { CalendarController } from './resources/calendar.controller.ts';
import { CalendarsController } from './resources/calendars.controller.ts';
import { CallsController } from './resources/calls.controller.ts';
import { ChainController } from './resources/chain.controller.ts';
import { ConferencesController } from './resources/conferences.controller.ts';
import { ContributionsController } from './resources/contributions.controller.ts';
import { DecisionsController } from './resources/decisions.controller.ts';
import { DeliveriesController } from './resources/deliveries.controller.ts';
import { DocumentsController } from './resources/documents.controller.ts';
import { DocumentsOutController } from './resources/documents-out.controller.ts';
import { DraftsController } from './resources/drafts.controller.ts';
import { FeedsController } from './resources/feeds.controller.ts';
import { FollowUpController } from './resources/follow-up.controller.ts';
import { GuidanceAskingController } from './resources/guidance-asking.controller.ts';
import { GuidanceConcludingController } from './resources/guidance-concluding.controller.ts';
import { DuplicatesController } from './resources/duplicates.controller.ts';
import { GuidanceController } from './resources/guidance.controller.ts';
import { SessionsController } from './resources/meetings.controller.ts';
import { MembersController } from './resources/members.controller.ts';
import { NoticesController } from './resources/notices.controller.ts';
import { NeedsController } from './resources/needs.controller.ts';
import { PersonsController } from './resources/persons.controller.ts';
import { PracticeIntakeController } from './resources/practice-intake.controller.ts';
import { ErasuresController } from './resources/erasures.controller.ts';
import { ReleasesController } from './resources/releases.controller.ts';
import { TablesController } from './resources/tables.controller.ts';
import { TopicIntakeController } from './resources/topic-intake.controller.ts';
import { TopicJudgementController } from './resources/topic-judgement.controller.ts';
import { TopicMergesController } from './resources/topic-merges.controller.ts';
import { PracticesController } from './resources/practices.controller.ts';
import { ProjectsController } from './resources/projects.controller.ts';
import { StructuresController } from './resources/structures.controller.ts';
import { RecordController } from './resources/record.controller.ts';
import { InboxController } from './resources/inbox.controller.ts';
import { LedgerController } from './resources/ledger.controller.ts';
import { ReferenceController } from './resources/reference.controller.ts';
import { WebhooksController } from './resources/webhooks.controller.ts';
import { WorkflowsController } from './resources/workflows.controller.ts';
import { SearchController } from './resources/search.controller.ts';
import { ThemeSuggestionsController } from './resources/theme-suggestions.controller.ts';
import { TranslationsController } from './resources/translations.controller.ts';
import { CoverageController } from './resources/coverage.controller.ts';
import { HistoryController } from './resources/history.controller.ts';
import { HomeController } from './resources/home.controller.ts';
import { StatisticsController } from './resources/statistics.controller.ts';
import { TriageController } from './resources/triage.controller.ts';
import { TopicsController } from './resources/topics.controller.ts';

const controllers = [
  AccessTokensController,
  AccountsController,
  AccreditationsController,
  AccreditationStagesController,
  ActionsController,
  AgendaBuildingController,
  AgendaItemsController,
  AgendaFreezeController,
  AgendaProgrammeController,
  AgendaCirculationController,
  AgendaReadingController,
  SessionStagesController,
  ConferenceStagesController,
  AgendasController,
  AttachmentsController,
  CalendarController,
  CalendarsController,
  CallsController,
  ChainController,
  ConferencesController,
  ContributionsController,
  DecisionsController,
  DeliveriesController,
  DocumentsController,
  DocumentsOutController,
  DraftsController,
  DuplicatesController,
  ErasuresController,
  FeedsController,
  FollowUpController,
  GuidanceAskingController,
  GuidanceConcludingController,
  GuidanceController,
  HealthController,
  InboxController,
  LedgerController,
  MembersController,
  NeedsController,
  NoticesController,
  OpenApiController,
  PersonsController,
  PracticeIntakeController,
  PracticesController,
  ProjectsController,
  RecordController,
  ReferenceController,
  ReleasesController,
  SearchController,
  SessionsController,
  SignInController,
  StructuresController,
  TablesController,
  ThemeSuggestionsController,
  TopicIntakeController,
  TopicJudgementController,
  TopicMergesController,
  TopicsController,
  TranslationsController,
  TriageController,
  StatisticsController,
  HistoryController,
  HomeController,
  CoverageController,
  WebhooksController,
  WorkflowsController,
];

/** The JSON API of one deployment. */
@Module({})
export class ApiModule {
  static forEnvironment(env: Environment): DynamicModule {
    return {
      module: ApiModule,
      imports: [ApplicationModule.forEnvironment(env)],
      controllers,
      providers: [Gateway, Metrics],
      exports: [Metrics],
    };
  }
}
