import type { CommandOutcome } from '../../libs/application/src/index.ts';
import { isDeepStrictEqual } from 'node:util';
import type { GlobalPosition, RecordedEvent } from '../../libs/event-store/src/index.ts';
import { shippedDefinition } from '../../libs/workflow/src/index.ts';
import type { TestApplication } from '../support/application.ts';
import { Facts, learn, toldBy, type ContributionFacts } from './facts.ts';
import { stageOf, type Attempt } from './play.ts';
import { agendaId, type MemberName } from './world.ts';

/** A rule that was broken, in words. */
export class Broken extends Error {}

const must = (holds: boolean, rule: string, what: unknown): void => {
  if (!holds)
    throw new Broken(`${rule}: ${JSON.stringify(what, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`);
};

/** A rule about one kind of event, told before the event is learned. */
type Rule = (facts: Facts, event: RecordedEvent, one: ContributionFacts | undefined) => void;

const actorOf = ({ metadata }: RecordedEvent): string => String(metadata['actor']);

const decision: Rule = (_facts, event, one) => {
  if (one === undefined) throw new Broken('nothing is decided that nobody sent');
  must(one.recommendedBy !== null, 'nothing is decided that nobody recommended', event);
  must(one.recommendedBy !== actorOf(event), 'who recommends does not decide', event);
  must(!one.sponsors.has(String(event.metadata['actingFor'])), 'nobody judges what his own Member sent', event);
  must(!one.ended && one.mergedInto === null, 'what is over is not decided', event);
  must(toldBy(event).has('reason'), 'every decision says why', event);
};

const itemAdded: Rule = (facts, event) => {
  const told = toldBy(event);
  const topic = facts.contributions.get(told.text('topicId'));
  must(topic?.late !== true || topic.ruledIn, 'nothing late is on an agenda without a ruling', event);
  must(topic?.decided === true, 'nothing undecided is on an agenda', event);
  const label = `${told.text('headingId')} ${told.text('letter')}`;
  must(!facts.labels.has(label), 'a letter is not given twice', event);
  facts.labels.add(label);
};

const submission: Rule = (facts, event) => {
  const reference = toldBy(event).text('reference');
  must(!facts.references.has(reference), 'a reference is not given twice', event);
  facts.references.add(reference);
};

const rules: Readonly<Record<string, Rule>> = {
  TopicAccepted: decision,
  TopicDeclined: decision,
  TopicDeferred: decision,
  PracticeAccepted: decision,
  PracticeDeclined: decision,
  TopicSubmitted: submission,
  PracticeSubmitted: submission,
  AgendaItemAdded: itemAdded,
  AgendaVersionApproved: (facts, event) => {
    must(facts.proposed !== null && facts.proposed.by !== actorOf(event), 'who drafts an agenda does not approve it', event);
  },
};

/** No topic comes back to itself by being merged, and none is merged into one that is gone. */
const checkMerges = (facts: Facts): void => {
  for (const one of facts.contributions.values()) {
    const passed = new Set<string>();
    for (let next: ContributionFacts | undefined = one; next?.mergedInto != null; next = facts.contributions.get(next.mergedInto)) {
      must(!passed.has(next.id), 'merges make no ring', [...passed]);
      passed.add(next.id);
    }
  }
};

/** A Member's own deadline that passed is a thing the Member can see pass: an entry stays as recorded, not confirmed (UJ-05). */
const isOwnDeadline = (event: RecordedEvent): boolean =>
  event.type === 'DeadlinePassed' && toldBy(event).text('deadline') === 'entry_confirmation';

const isInternal = (event: RecordedEvent): boolean => event.metadata['audience'] === 'internal' && !isOwnDeadline(event);

/** Follows one history: learns what was recorded and holds every rule against it after each step. */
export class Watch {
  readonly facts = new Facts();
  #seen: GlobalPosition | 'start' = 'start';
  #view: unknown = null;
  readonly #versions = new Map<number, unknown>();

  constructor(
    readonly application: TestApplication,
    /** The Member whose view of things is followed. */
    readonly watcher: MemberName,
  ) {}

  /** Learns what came since; @returns it */
  async #news(): Promise<readonly RecordedEvent[]> {
    const news = await Array.fromAsync(this.application.env.store.readAll({ after: this.#seen }));
    for (const event of news) {
      rules[event.type]?.(this.facts, event, this.facts.contributions.get(event.streamId.slice(event.streamId.indexOf('-') + 1)));
      learn(this.facts, event);
    }
    this.#seen = news.at(-1)?.position ?? this.#seen;
    return news;
  }

  /** What the watching Member may read. */
  async #shown(): Promise<unknown> {
    const viewer = { kind: 'member', member: this.watcher } as const;
    const { application } = this;
    const list = await application.ask('contributions', { filter: {}, limit: 200, cursor: null }, viewer);
    const files =
      'items' in list ? list.items.map(({ contributionId }) => application.ask('contribution', { contributionId }, viewer)) : [];
    return { list, files: await Promise.all(files), drafts: await application.ask('drafts', { limit: 200, cursor: null }, viewer) };
  }

  async begin(): Promise<void> {
    await this.#news();
    this.#view = await this.#shown();
  }

  /** Holds every rule against what a step left. */
  async after(tried: Attempt | null): Promise<void> {
    await this.application.settled();
    const news = await this.#news();
    if (tried !== null) checkAttempt(tried, news);
    if (news.length === 0) return;
    checkMerges(this.facts);
    await this.#checkStages(news);
    await this.#checkVersions();
    await this.#checkSecrecy(news);
  }

  /** What is internal, and what another Member drafts, changes nothing that a Member can see. */
  async #checkSecrecy(news: readonly RecordedEvent[]): Promise<void> {
    const shown = await this.#shown();
    const hidden = news.every((event) => {
      const isForeignDraft = event.streamId.startsWith('draft-') && event.metadata['actingFor'] !== this.watcher;
      return isInternal(event) && (!event.streamId.startsWith('draft-') || isForeignDraft);
    });
    if (hidden) must(isDeepStrictEqual(shown, this.#view), 'what is internal is not seen', { news, before: this.#view, after: shown });
    this.#view = shown;
  }

  /** The stage that is told is the one that the definition leads to. */
  async #checkStages(news: readonly RecordedEvent[]): Promise<void> {
    for (const object of new Set(news.map(({ streamId }) => streamId).filter((name) => /^(topic|practice)-/.test(name)))) {
      const definition = shippedDefinition(object.slice(0, object.indexOf('-')));
      let stage = 'none';
      for await (const { type } of this.application.env.store.readStream(object)) {
        const isFinal = definition?.stages.find(({ name }) => name === stage)?.final === true;
        const from = (names: readonly string[]): boolean => names.includes(stage) || (names.includes('*') && stage !== 'none' && !isFinal);
        stage = definition?.transitions.find((line) => line.event === type && from(line.from))?.to ?? stage;
      }
      must((await stageOf(this.application, object)) === stage, 'the stage follows from the definition', { object, stage });
    }
  }

  /** What was published stays as it was, byte by byte. */
  async #checkVersions(): Promise<void> {
    for (let version = 1; ; version += 1) {
      const shown = await this.application.ask('agendaVersion', { agendaId, version });
      if (shown === null) return;
      const content = { ...shown, standing: null };
      if (this.#versions.has(version)) must(isDeepStrictEqual(this.#versions.get(version), content), 'a published version stays', shown);
      else this.#versions.set(version, content);
    }
  }

  /** In the end no reservation is left over. */
  finish(): void {
    const stuck = [...this.facts.contributions.values()].filter(({ reserved }) => reserved !== null);
    must(stuck.length === 0, 'no reservation stays', stuck);
    must(this.application.alerts.length === 0, 'no process gave up', this.application.alerts);
  }
}

const codeOf = (outcome: CommandOutcome): string => (outcome.kind === 'refused' ? outcome.rejection.code : outcome.kind);

/** A refusal leaves nothing; what is asked again with the same key is answered again and recorded once. */
const checkAttempt = ({ act, caller, input, procedure, outcome, again }: Attempt, news: readonly RecordedEvent[]): void => {
  const told = { command: act.command, caller, input, outcome: codeOf(outcome), again: codeOf(again) };
  const own = news.filter(({ metadata }) => metadata['actor'] === caller.accreditationId);
  const count = outcome.kind === 'done' ? outcome.answer.events.length : 0;
  must(!procedure.isForbidden || outcome.kind === 'refused', 'who may not is refused', told);
  // What was done already may be asked for again, and records nothing.
  must(!procedure.isShut || count === 0, 'a stage is held', told);
  must(own.length === count, 'what is answered is what is recorded', { told, own });
  if (outcome.kind === 'done')
    must(
      again.kind === 'done' && isDeepStrictEqual(again.answer.events, count === 0 ? again.answer.events : outcome.answer.events),
      'a repetition is answered alike',
      told,
    );
};
