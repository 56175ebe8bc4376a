import { randomUUID } from 'node:crypto';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  actAs,
  Dispatcher,
  ENVIRONMENT,
  ownAccount,
  proposeSecondFactor,
  sessionsOf,
  viewerOf,
  type CommandInput,
  type CommandName,
  type CommandOutcome,
  type Environment,
  type QueryAnswer,
  type SignedIn,
} from '../../../../libs/application/src/index.ts';
import type { Instant, Rejection } from '../../../../libs/domain/src/index.ts';
import { ShowsPage, TakesForm } from '../../page-routes.ts';
import { languageFrom, Pages, tellRefusal } from '../../pages.ts';
import { entranceForms, entrancePages } from './entrance.pages.ts';
import { AccountPage } from './account.page.tsx';
import { SignInPage } from './entrance.page.tsx';
import { field, formRejection, giveToken, markFor, sessionToken, whoIs } from '../../visitor.ts';

type Work = (who: SignedIn, accountId: string) => Promise<Rejection | null>;

/** The page of somebody's own account, and what can be done there. */
@ApiExcludeController()
@Controller()
export class AccountController {
  readonly #env: Environment;
  readonly #pages: Pages;
  readonly #dispatcher: Dispatcher;

  constructor(
    @Inject(ENVIRONMENT) env: Environment,
    @Inject(Pages) pages: Pages,
    @Inject(CommandBus) commandBus: CommandBus,
    @Inject(QueryBus) queryBus: QueryBus,
  ) {
    this.#env = env;
    this.#pages = pages;
    this.#dispatcher = new Dispatcher(env, commandBus, queryBus);
  }

  @ShowsPage(entrancePages.account)
  async show(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#show(request, reply, await whoIs(this.#env, request), null);
  }

  async #show(
    request: FastifyRequest,
    reply: FastifyReply,
    who: SignedIn | null,
    rejection: Rejection | null,
    made: string | null = null,
  ): Promise<string> {
    const mark = markFor(this.#env, request, reply);
    const account = who === null ? null : await ownAccount(this.#env, who);
    if (who === null || account === null)
      return this.#pages.draw(request, reply, (frame) =>
        Promise.resolve(
          <SignInPage
            frame={frame}
            mark={mark}
            refusal={tellRefusal(frame, { code: 'session.ended' }, reply)}
            provider={this.#env.entrance?.provider?.name ?? null}
            email=""
          />,
        ),
      );
    const sessions = await sessionsOf(this.#env, who);
    const tokens = await this.#tokensOf(who);
    const proposed = account.hasSecondFactor ? null : proposeSecondFactor(this.#env, account.accountId, account.email);
    return this.#pages.draw(request, reply, (frame) => {
      const refusal = rejection === null ? null : tellRefusal(frame, rejection, reply);
      const shown = { frame, mark, refusal, account, sessions, tokens, made, proposed, actingAs: who.session.accreditationId };
      return Promise.resolve(<AccountPage {...shown} />);
    });
  }

  async #tokensOf({ caller }: SignedIn): Promise<QueryAnswer<'accessTokens'>> {
    const head = await this.#env.store.head();
    // Whoever has just made a token looks for it in the list.
    if (head !== null) await this.#env.projections.waitForPosition(head);
    return this.#dispatcher.query('accessTokens', { person: caller.accreditationId }, viewerOf(caller), null);
  }

  /** Does something with the account of who is signed in, and shows the page anew. */
  async #change(request: FastifyRequest, reply: FastifyReply, work: Work): Promise<string> {
    const who = await whoIs(this.#env, request);
    if (who === null) return this.#show(request, reply, null, null);
    const rejection = formRejection(this.#env, request) ?? (await work(who, who.session.accountId));
    if (rejection !== null) return this.#show(request, reply, who, rejection);
    void reply.code(303).headers({ location: `/${languageFrom(request)}/account`, 'cache-control': 'no-store' });
    return '';
  }

  #command<N extends CommandName>(name: N, input: CommandInput<N>, { caller }: SignedIn): Promise<CommandOutcome> {
    const key = { idempotencyKey: randomUUID(), correlationId: randomUUID() };
    return this.#dispatcher.command(name, input, { caller, dryRun: false, ifMatch: null, ...key });
  }

  async #give<N extends CommandName>(name: N, input: CommandInput<N>, who: SignedIn): Promise<Rejection | null> {
    const outcome = await this.#command(name, input, who);
    return outcome.kind === 'refused' ? outcome.rejection : null;
  }

  @TakesForm(entranceForms.password)
  password(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const proof = { password: field(request, 'currentPassword') };
    const password = field(request, 'password');
    return this.#change(request, reply, (who, accountId) => this.#give('setAccountPassword', { accountId, password, proof }, who));
  }

  @TakesForm(entranceForms.enrol)
  enrol(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const [sealedSeed, code] = [field(request, 'sealedSeed'), field(request, 'code')];
    return this.#change(request, reply, (who, accountId) => this.#give('enrolAccountSecondFactor', { accountId, sealedSeed, code }, who));
  }

  @TakesForm(entranceForms.removeSecondFactor)
  remove(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const code = field(request, 'code');
    return this.#change(request, reply, (who, accountId) => this.#give('removeAccountSecondFactor', { accountId, code }, who));
  }

  @TakesForm(entranceForms.endSession)
  endSession(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#change(request, reply, async ({ session }, accountId) => {
      const sessionId = field(request, 'sessionId');
      if ((await this.#env.entrance?.sessions.endNamed(accountId, sessionId)) !== true) return { code: 'session.not_found' };
      if (sessionId === session.sessionId) giveToken(this.#env, reply, null);
      return null;
    });
  }

  @TakesForm(entranceForms.actAs)
  actAs(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#change(request, reply, async (who) => {
      const former = sessionToken(this.#env, request);
      const token = former === null ? null : await actAs(this.#env, who, former, field(request, 'accreditationId'));
      if (token === null) return { code: 'entrance.no_accreditation' };
      giveToken(this.#env, reply, token);
      return null;
    });
  }

  @TakesForm(entranceForms.issueToken)
  async issueToken(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const who = await whoIs(this.#env, request);
    if (who === null) return this.#show(request, reply, null, null);
    const wrong = formRejection(this.#env, request);
    const outcome = wrong === null ? await this.#command('issueOwnAccessToken', this.#tokenAsked(request), who) : null;
    if (outcome?.kind === 'done') return this.#show(request, reply, who, null, outcome.answer.token ?? null);
    return this.#show(request, reply, who, outcome?.kind === 'refused' ? outcome.rejection : wrong);
  }

  /** What was typed of a token: the days that it is good for, and the commands that it is made for; without any it only asks. */
  #tokenAsked(request: FastifyRequest): CommandInput<'issueOwnAccessToken'> {
    const days = /^\d{1,3}$/.test(field(request, 'days')) ? Number(field(request, 'days')) : 0;
    const expiresAt = new Date(Date.parse(this.#env.clock.now()) + days * 24 * 60 * 60_000).toISOString() as Instant;
    const commands = field(request, 'commands')
      .split(/[\s,;]+/)
      .filter((name) => /^[A-Z][A-Za-z]{2,79}$/.test(name));
    const scope = commands.length === 0 ? { readsOnly: true as const } : { commands };
    return { label: field(request, 'label').trim().slice(0, 100), expiresAt, ...scope };
  }

  @TakesForm(entranceForms.revokeToken)
  revokeToken(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const credentialId = field(request, 'credentialId');
    return this.#change(request, reply, (who) => this.#give('revokeOwnAccessToken', { credentialId }, who));
  }
}
